/** How records are bound to tables: what the seed generator must know of Java beside the schema. */
@NullMarked
package dev.varve.processor.binding;

import org.jspecify.annotations.NullMarked;
