/**
 * Says at the declarations what a change of the records leaves open, and what may go wrong with it.
 *
 * <p>{@link dev.varve.project} compares what is sealed with what the records say; {@link
 * dev.varve.processor.evolution.EvolutionProblems} makes problems of what came of that. Each kind
 * of {@link dev.varve.schema.change.Question} has a class that finds the declaration which an
 * answer belongs to, and writes the annotation to paste. Only where nothing is left to ask is there
 * a plan, whose {@link dev.varve.schema.plan.Hazard}s become warnings, unless they're accepted.
 * Nothing here decides anything: the core asks, and this is how a person hears it.
 */
@NullMarked
package dev.varve.processor.evolution;

import org.jspecify.annotations.NullMarked;
