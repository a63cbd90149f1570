package dev.varve.processor.read;

import dev.varve.processor.binding.JunctionBinding;

/**
 * A junction table that is being read.
 *
 * @param binding the table as Java sees it
 * @param component the component that asks for it
 * @param mark its annotation
 */
record DraftJunction(JunctionBinding binding, Component component, Mark mark) {}
