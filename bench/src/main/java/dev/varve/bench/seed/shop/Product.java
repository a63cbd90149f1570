package dev.varve.bench.seed.shop;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something to order. */
@Entity
public record Product(
    @Id long id,
    @Relation @Nullable Category category,
    @Unique @Column(length = 20) String sku,
    @Column(length = 100) String name,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal price) {}
