package dev.varve.schema.sql;

import dev.varve.schema.QualifiedName;

/**
 * Something of a schema that a dialect can't express, so that its script goes without.
 *
 * @param table the table concerned
 * @param object the name of the column, constraint or index concerned; empty: the table itself
 * @param sentence what is left out and why, and what to do; a sentence without a point at its end
 */
public record Limitation(QualifiedName table, String object, String sentence) {}
