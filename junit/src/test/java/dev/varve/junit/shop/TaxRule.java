package dev.varve.junit.shop;

import dev.varve.Check;
import dev.varve.Entity;
import dev.varve.Id;

/** How a tax is computed: a column that nobody can invent a value for. */
@Entity
public record TaxRule(@Id long id, @Check("upper({}) = lower({})") String formula) {}
