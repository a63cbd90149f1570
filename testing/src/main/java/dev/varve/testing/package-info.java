/** What the tests of several modules need. Nothing that is published depends on it. */
@NullMarked
package dev.varve.testing;

import org.jspecify.annotations.NullMarked;
