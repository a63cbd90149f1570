package dev.varve.example.store;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.math.BigDecimal;

/**
 * One track on an invoice. Lines are many and short-lived in memory, so they hold keys, not
 * records.
 *
 * @param unitPrice what the track cost when it was bought, in dollars
 */
@Entity
public record InvoiceLine(
    @Id @Column(name = "invoice_line_id") int id,
    @Relation(Invoice.class) int invoiceId,
    @Relation(Track.class) int trackId,
    @Check("{} >= 0") @Column(precision = 10, scale = 2) BigDecimal unitPrice,
    @Check("{} > 0") int quantity) {}
