/**
 * What becomes of a schema: two of them compared, and the changes that lead from one to the other.
 *
 * <p>{@link dev.varve.schema.change.Comparison#of Comparison.of} takes both and the {@link
 * dev.varve.schema.change.Agreements} that somebody wrote down. {@code Comparer} pairs tables,
 * columns and values by what is agreed, and asks a {@link dev.varve.schema.change.Question}
 * wherever that leaves two ways or loses something. What is settled is an {@link
 * dev.varve.schema.change.Evolution}: renames, fills, and the {@link
 * dev.varve.schema.change.Change}s that {@link dev.varve.schema.change.Differ} finds, in an order
 * in which they can be made. A change knows its inverse, and {@link
 * dev.varve.schema.change.Changes#apply Changes.apply} makes it in a schema, so that what was found
 * can be tried: applied to the former schema, the changes give the present one.
 */
@NullMarked
package dev.varve.schema.change;

import org.jspecify.annotations.NullMarked;
