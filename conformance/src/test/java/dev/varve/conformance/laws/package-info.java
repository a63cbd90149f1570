/**
 * The laws of evolution, over random pairs of schemas with rows, on real databases.
 *
 * <p>A {@link dev.varve.conformance.laws.Sketch} is a schema whose parts have identities, so that
 * the way from one to another is known: what is only called otherwise, what is gone, what is new.
 * From two of them come the schemas, the agreements that a person would have written, and what must
 * have become of each row.
 */
package dev.varve.conformance.laws;
