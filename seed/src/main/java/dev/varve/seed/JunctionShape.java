package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.List;

/**
 * A many-to-many relation of an entity.
 *
 * @param index its place among the entity's junctions
 * @param name what its setter is called
 * @param slot the slot that holds the collection
 * @param table the junction table
 * @param ownerColumns the columns that refer to the entity's key
 * @param targetColumns the columns that refer to the other end's key
 * @param set whether the collection is a {@code Set}, else a {@code List}
 * @param byRecord whether it holds records, else keys
 */
record JunctionShape(
    int index,
    String name,
    int slot,
    TableName table,
    List<String> ownerColumns,
    List<String> targetColumns,
    boolean set,
    boolean byRecord) {}
