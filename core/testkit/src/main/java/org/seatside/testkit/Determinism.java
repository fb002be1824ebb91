package org.seatside.testkit;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Walks the calls that start at a class, as far as they stay in our own packages, and reports those that make two
/// runs differ. Goes by method, not by class, and into every known implementation of what is called. What it cannot
/// see: the order in which a `Set.of` or a `HashMap` is walked.
final class Determinism {
    private static final Set<String> SOURCES_OF_CHANCE = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile");
    private static final List<String> OUTSIDE =
            List.of("java.util.random.", "java.net.", "java.nio.file.", "javax.net.");
    private static final Set<String> HARMLESS = Set.of("java.net.URI", "java.net.URLEncoder", "java.net.URLDecoder");
    private static final Set<String> CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault");

    private final String root;
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();
    private final Map<JavaCodeUnit, String> wayTo = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    /// @param root the package below which calls are followed
    Determinism(String root) {
        this.root = root;
    }

    List<String> violations(JavaClass start) {
        start.getCodeUnits().forEach(it -> visit(it, ""));
        start.getStaticInitializer().ifPresent(it -> visit(it, ""));
        while (!open.isEmpty()) {
            var unit = open.remove();
            unit.getOwner().getAccessesFromSelf().stream()
                    .filter(it -> it.getOrigin().equals(unit))
                    .forEach(this::follow);
        }
        return List.copyOf(found);
    }

    private void follow(JavaAccess<?> access) {
        var target = access.getTarget();
        var way = wayTo.getOrDefault(access.getOrigin(), "");
        if (isChance(target)) {
            found.add(way + " -> " + target.getOwner().getName() + "." + target.getName() + " at "
                    + access.getSourceCodeLocation());
        } else if (isOurs(target.getOwner())) {
            target.getOwner().getStaticInitializer().ifPresent(it -> visit(it, way));
            target.resolveMember().ifPresent(it -> visitMember(it, target.getOwner(), way));
        }
    }

    private void visitMember(JavaMember member, JavaClass calledOn, String way) {
        if (member instanceof JavaCodeUnit unit) {
            visit(unit, way);
            for (var subclass : calledOn.getAllSubclasses()) {
                subclass.getCodeUnits().stream()
                        .filter(it -> it.getName().equals(unit.getName())
                                && !it.isConstructor()
                                && it.getRawParameterTypes().size()
                                        == unit.getRawParameterTypes().size())
                        .forEach(it -> visit(it, way));
            }
        }
    }

    private void visit(JavaCodeUnit unit, String way) {
        if (isOurs(unit.getOwner()) && !wayTo.containsKey(unit)) {
            var name = unit.getOwner().getSimpleName() + "." + unit.getName();
            wayTo.put(unit, way.isEmpty() ? name : way + " -> " + name);
            open.add(unit);
        }
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private static boolean isChance(AccessTarget target) {
        var owner = target.getOwner().getName();
        return SOURCES_OF_CHANCE.contains(owner)
                || (OUTSIDE.stream().anyMatch(owner::startsWith) && !HARMLESS.contains(owner))
                || CALLS.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now"));
    }
}
