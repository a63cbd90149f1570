/**
 * What a live database holds, as the values of {@code dev.varve.schema}, and how that differs from
 * what a model asks for.
 *
 * <pre>{@code
 * CatalogReader reader = CatalogReader.of(connection);
 * Catalog catalog = reader.readFor(model);
 * List<String> differences =
 *     CatalogDifference.between(reader.expected(model), catalog.schema(), reader.dialect());
 * }</pre>
 */
@NullMarked
package dev.varve.catalog;

import org.jspecify.annotations.NullMarked;
