package org.seatside.qr.zxingcpp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// A native library that was opened; closed again only where it turns out not to be usable. What Java
/// restricts, because a wrong length or signature ends the process, is done here and nowhere else.
@SuppressWarnings("restricted")
final class Library {
    private final Arena arena;
    private final SymbolLookup symbols;

    private Library(Arena arena, SymbolLookup symbols) {
        this.arena = arena;
        this.symbols = symbols;
    }

    /// @param name a file's path, or a name for the dynamic linker
    static Optional<Library> open(String name) {
        Arena arena = Arena.ofShared();
        try {
            SymbolLookup symbols = name.contains("/") || name.contains("\\")
                    ? SymbolLookup.libraryLookup(Path.of(name), arena)
                    : SymbolLookup.libraryLookup(name, arena);
            return Optional.of(new Library(arena, symbols));
        } catch (IllegalArgumentException notThere) {
            arena.close();
            return Optional.empty();
        }
    }

    MethodHandle function(String name, FunctionDescriptor descriptor) throws UnusableLibraryException {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new UnusableLibraryException("does not export " + name + " of the C interface"));
        return Linker.nativeLinker().downcallHandle(address, descriptor);
    }

    /// Memory of the library's own, which Java knows no length of.
    static MemorySegment memory(MemorySegment start, long length) {
        return start.reinterpret(length);
    }

    void close() {
        arena.close();
    }
}
