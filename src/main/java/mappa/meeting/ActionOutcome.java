package mappa.meeting;

/// What a meeting says of an earlier action (R-ACT-03).
public enum ActionOutcome {
    DONE(ActionState.DONE_VERIFIED),
    NOT_DONE(ActionState.NOT_DONE),
    NEW_DATE(ActionState.OPEN),
    CANCELLED(ActionState.CANCELLED);

    private final ActionState state;

    ActionOutcome(ActionState state) {
        this.state = state;
    }

    ActionState state() {
        return state;
    }
}
