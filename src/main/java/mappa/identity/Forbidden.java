package mappa.identity;

/// The actor's role cannot use this page. Only for pages: a record one may not see is
/// [mappa.rule.NotFound].
public class Forbidden extends RuntimeException {

    private final Operation operation;

    public Forbidden(Operation operation) {
        super(operation.name());
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
