/** What it takes to give each test a database of its own. */
@NullMarked
package dev.varve.bench.junit;

import org.jspecify.annotations.NullMarked;
