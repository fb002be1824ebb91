package org.seatside.qr.zxingcpp;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// zxing-cpp as installed on this machine, by its C interface: versions 2.3 and later 2.x, and 3.x, as the
/// packages of Debian 13 and Homebrew have them. Older ones (Debian 12 has 1.4) export C++ names only, which
/// cannot be called.
///
/// Looked for once in a process, under the names the systems give it; the system property `seatside.zxing`
/// names a file instead, or is `off`. What is found and not usable is said in one line of the log, and all goes
/// on without it.
///
/// Immutable; makes readers for any number of threads.
public final class ZxingCpp {
    /// The system property: path of a library, or `off`.
    public static final String PROPERTY = "seatside.zxing";

    private static final Logger LOG = LoggerFactory.getLogger(ZxingCpp.class);

    /// Newest first. The dynamic linker knows where each system keeps them, except Homebrew's.
    private static final List<String> NAMES = List.of(
            "libZXing.so.4",
            "libZXing.so.3",
            "libZXing.so",
            "libZXing.so.2",
            "libZXing.dylib",
            "/opt/homebrew/lib/libZXing.dylib",
            "/usr/local/lib/libZXing.dylib",
            "ZXing.dll");

    private final Binding binding;

    private ZxingCpp(Binding binding) {
        this.binding = binding;
    }

    /// The library of this machine; the same at every call.
    public static Optional<ZxingCpp> installed() {
        return Installed.LIBRARY;
    }

    private static final class Installed {
        private static final Optional<ZxingCpp> LIBRARY = find(System.getProperty(PROPERTY, ""), NAMES);
    }

    /// @param setting a path, `off`, or blank for the usual names
    static Optional<ZxingCpp> find(String setting, List<String> usual) {
        if (setting.equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        List<String> refused = new ArrayList<>();
        for (String name : setting.isBlank() ? usual : List.of(setting.strip())) {
            Optional<Library> library = Library.open(name);
            if (library.isEmpty()) {
                continue;
            }
            try {
                ZxingCpp found = new ZxingCpp(Binding.of(library.get()));
                LOG.info("Also reads with zxing-cpp {}", found.version());
                return Optional.of(found);
            } catch (UnusableLibraryException e) {
                library.get().close();
                refused.add(name + " " + e.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            LOG.info("Reads without zxing-cpp: {}", String.join("; ", refused));
        } else if (!setting.isBlank()) {
            LOG.warn("Reads without zxing-cpp: {} names no library that can be opened", PROPERTY);
        }
        return Optional.empty();
    }

    /// For example 2.3.0.
    public String version() {
        return binding.version();
    }

    /// A reader of QR codes with buffers of its own, for one thread. Its native memory is freed with it.
    public ZxingCppReader reader() {
        return new ZxingCppReader(binding, Arena.ofAuto());
    }
}
