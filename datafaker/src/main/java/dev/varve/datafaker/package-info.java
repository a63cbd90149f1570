/** Texts for plans from Datafaker. */
@org.jspecify.annotations.NullMarked
package dev.varve.datafaker;
