package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;

/**
 * What may go wrong with a migration though it is written as safely as it can be.
 *
 * @param code which kind
 * @param subject the table, with an empty column, or the column concerned, by the present name; of
 *     one that is gone by its former name
 * @param sentence what may happen
 * @param wayOut what to do about it
 */
public record Hazard(HazardCode code, ColumnName subject, String sentence, String wayOut) {}
