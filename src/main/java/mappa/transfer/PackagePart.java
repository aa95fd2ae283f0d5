package mappa.transfer;

/// What goes along with a case (R-TRF-05), in its order.
enum PackagePart {
    MINUTES,
    PLAN,
    ACTIONS,
    DISCLOSURES,
    ORDERS,
    VICTIMS,
    REFERENCE_NUMBER
}
