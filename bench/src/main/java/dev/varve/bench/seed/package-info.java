/** How long seeding takes, beside what else does it. */
@org.jspecify.annotations.NullMarked
package dev.varve.bench.seed;
