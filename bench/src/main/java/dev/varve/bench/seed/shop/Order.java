package dev.varve.bench.seed.shop;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import java.time.Instant;

/** What a customer has ordered. */
@Entity
public record Order(
    @Id long id,
    @Relation Customer customer,
    @Unique @Column(length = 20) String ref,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
    Status status,
    Instant placedAt) {}
