package dev.varve.junit.shop;

import dev.varve.Entity;
import dev.varve.Id;

/** A country, by its code. */
@Entity
public record Country(@Id String code, String name) {}
