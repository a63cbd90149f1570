package dev.varve.processor.read;

import dev.varve.processor.binding.RelationBinding;

/**
 * A foreign key that is being read.
 *
 * @param binding the key as Java sees it
 * @param site the component, or the record, that declares it
 * @param mark its annotation
 * @param display what it is called in messages: {@code Order.customer}
 */
record DraftRelation(RelationBinding binding, Site site, Mark mark, String display) {}
