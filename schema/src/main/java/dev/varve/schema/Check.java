package dev.varve.schema;

/**
 * A CHECK constraint that a person asked for. Those that a column's type brings (an enum's words, a
 * length in SQLite) aren't listed: the dialects derive them.
 *
 * @param name the constraint's name
 * @param condition SQL over columns
 */
public record Check(String name, Sql condition) implements Constraint {}
