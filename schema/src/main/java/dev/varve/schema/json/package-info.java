/**
 * A schema as JSON: canonical, so that the same schema gives the same bytes, and with one column,
 * key or index on each line, so that independent changes merge.
 */
@NullMarked
package dev.varve.schema.json;

import org.jspecify.annotations.NullMarked;
