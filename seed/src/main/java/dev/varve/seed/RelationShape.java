package dev.varve.seed;

import dev.varve.seed.load.TableName;

/**
 * A foreign key of an entity.
 *
 * @param index its place among the entity's relations
 * @param name what its setter is called
 * @param slot the slot that holds the related record; -1 if the record holds only the key
 * @param constraint its name in the database
 * @param columns the referring columns' places
 * @param target the table referred to
 * @param targetColumns the names of the columns referred to
 * @param deferrable whether it is checked at commit
 * @param required whether a row without related row can't be
 */
record RelationShape(
    int index,
    String name,
    int slot,
    String constraint,
    int[] columns,
    TableName target,
    String[] targetColumns,
    boolean deferrable,
    boolean required) {}
