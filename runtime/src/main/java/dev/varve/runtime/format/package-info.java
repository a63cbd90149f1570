/**
 * The migration files: their names, checksums, lock file, directives and statements, and where they
 * lie on the class path. What writes them and what applies them share this package.
 */
@NullMarked
package dev.varve.runtime.format;

import org.jspecify.annotations.NullMarked;
