package org.seatside.cli.demo;

import java.nio.file.Path;

/// What the JVM keeps of a program's start (JEP 514): made by the first process that ends in peace, it halves the
/// start of all later ones.
///
/// @param file where it is kept
/// @param classPath of jars alone: with a folder in it nothing is kept
record StartCache(Path file, String classPath) {}
