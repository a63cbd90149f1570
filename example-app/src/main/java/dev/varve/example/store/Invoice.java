package dev.varve.example.store;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Default;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * What a customer bought at one time.
 *
 * @param billing where the invoice was sent; the customer may have moved since
 * @param total the sum of its lines, in dollars
 * @param status how far it has come; most are paid at once
 */
@Entity
public record Invoice(
    @Id @Column(name = "invoice_id") int id,
    @Relation Customer customer,
    LocalDateTime invoiceDate,
    @Embedded Address billing,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal total,
    @Default("'PAID'") InvoiceStatus status) {}
