package dev.varve.bench.seed.shop;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.math.BigDecimal;

/** A product of an order. */
@Entity
public record Line(
    @Id long id,
    @Relation Order order,
    @Relation Product product,
    @Check("{} BETWEEN 1 AND 99") int quantity,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal price) {}
