/** A JUnit Jupiter extension that gives each test a database of its own. */
@NullMarked
package dev.varve.junit;

import org.jspecify.annotations.NullMarked;
