package mappa.whole;

import java.util.UUID;

/// Where the things of the demo area are, by the names of the steps that made them.
final class DemoPaths {

    private final Product product = Product.get();

    /// `/referrals/<id>` with what follows.
    String referral(String step, String rest) {
        return "/referrals/" + made("referral/" + step) + rest;
    }

    /// `/cases/<id>` of a referral's case with what follows.
    String caseOf(String step, String rest) {
        return "/cases/"
                + product.ask("select case_id from referral where id = ?", made("referral/" + step))
                + rest;
    }

    /// `/cases/<id>` of somebody whom the unit knows without a referral.
    String caseOfPerson(String step, String rest) {
        return "/cases/"
                + product.ask(
                        "select id from mappa_case where person_id = ?", made("person/" + step))
                + rest;
    }

    /// `/level-1-reviews/<id>` of somebody whom the unit knows without a referral.
    String levelOne(String step, String rest) {
        return "/level-1-reviews/"
                + product.ask(
                        "select id from level_one_stay where person_id = ?", made("person/" + step))
                + rest;
    }

    /// `/category-expiries/<id>` of a referral's case.
    String expiry(String step) {
        return "/category-expiries/"
                + product.ask(
                        """
                        select e.id from category_expiry e join referral r on r.case_id = e.case_id
                        where r.id = ?
                        """,
                        made("referral/" + step));
    }

    /// Page on which the start of a referral's level is corrected: the latest of several.
    String startOfLevel(String step) {
        return caseOf(
                step,
                "/levels/%s/start"
                        .formatted(
                                product.ask(
                                        """
                                        select l.id from level_spell l join referral r on r.case_id = l.case_id
                                        where r.id = ? order by l.recorded_at desc limit 1
                                        """,
                                        made("referral/" + step))));
    }

    /// `/tasks/<id>` of a piece of work on a referral.
    String task(String step, String kind, String state) {
        return "/tasks/"
                + product.ask(
                        """
                        select id from work_item where thing_id = ? and kind = ? and state = ?
                        order by seat limit 1
                        """,
                        made("referral/" + step),
                        kind,
                        state);
    }

    /// `/tasks/<id>` of a piece of work about the case of a referral.
    String taskOfCase(String step, String kind, String state) {
        return "/tasks/"
                + product.ask(
                        """
                        select w.id from work_item w join referral r on r.case_id = w.case_id
                        where r.id = ? and w.kind = ? and w.state = ? order by w.opened_at limit 1
                        """,
                        made("referral/" + step),
                        kind,
                        state);
    }

    /// Page on which a meeting is arranged for the first case that has none ahead.
    String arrange() {
        return "/meetings/new/"
                + product.ask(
                        """
                        select c.case_id from meeting_cycle c
                        where c.area = 'NS' and c.ended_on is null and c.due_on is not null
                          and not exists (select 1 from meeting m where m.cycle_id = c.id
                                          and m.state in ('PLANNED', 'INVITED', 'STARTED'))
                        order by c.due_on limit 1
                        """);
    }

    /// `/meetings/<id>` of the first of Northshire's meetings in a state, with what follows.
    String meeting(String state, String rest) {
        return "/meetings/"
                + product.ask(
                        "select id from meeting where area = 'NS' and state = ? order by starts_at, id limit 1",
                        state)
                + rest;
    }

    /// `/minutes/<id>` of the first of Northshire's minutes in a state, with what follows.
    String minutes(String state, String rest) {
        return "/minutes/"
                + product.ask(
                        "select id from minutes where area = 'NS' and state = ? order by held_on, id limit 1",
                        state)
                + rest;
    }

    /// `/actions/<id>` of the first action that a meeting gave to an agency.
    ///
    /// @param agency last words of its name
    String action(String agency) {
        return "/actions/"
                + product.ask(
                        """
                        select a.id from agreed_action a join agency g on g.id = a.agency_id
                        where a.area = 'NS' and a.given_at is not null and g.name like ?
                        order by a.reference, a.number limit 1
                        """,
                        "%" + agency);
    }

    /// `/meetings/<id>/previous-actions/<id>` of the first earlier action before a meeting that is
    /// being held.
    String previousAction() {
        return product.ask(
                """
                select '/meetings/' || m.id || '/previous-actions/' || a.id
                from agreed_action a join meeting m on m.case_id = a.case_id and m.id <> a.meeting_id
                where m.area = 'NS' and m.state = 'STARTED' and a.state = 'OPEN'
                order by m.starts_at, a.number limit 1
                """);
    }

    /// `/files/<holder>/<id>` of the first record of its kind in Northshire that has a file.
    String files(String holder) {
        return product.ask(
                """
                select '/files/' || holder || '/' || thing_id from attached_file
                where area = 'NS' and holder = ? order by added_at, id limit 1
                """,
                holder);
    }

    /// `/audits/<id>` of the audit that a step of the demo drew, with what follows.
    String audit(String step, String rest) {
        return "/audits/" + made("quality/" + step) + rest;
    }

    /// `/audits/forms/<id>` of a form of the demo.
    String form(String step) {
        return "/audits/forms/" + made("quality/form/" + step);
    }

    /// `/observations/<id>` of the observation of one of the demo's meetings.
    String observation(String meeting) {
        return "/observations/" + made("observation/" + meeting);
    }

    /// `/meetings/<id>` of one of the demo's meetings, with what follows.
    String meetingOf(String step, String rest) {
        return "/meetings/" + made("meeting/" + step) + rest;
    }

    /// `/lay-advisers/<id>` of the demo's lay adviser.
    String layAdviser() {
        return "/lay-advisers/" + made("user/LAY_ADVISER");
    }

    /// Id of an agency's invitation to the first meeting in a state.
    ///
    /// @param spoc name of somebody who speaks for the agency
    String invitation(String spoc, String state) {
        return product.ask(
                """
                select i.id from meeting_invitation i
                join meeting m on m.id = i.meeting_id and m.state = ? and m.area = 'NS'
                join appointment a on a.agency_id = i.agency_id and a.role = 'AGENCY_SPOC'
                join user_account u on u.id = a.user_id and u.display_name = ?
                where i.taken_off_at is null order by m.starts_at, i.id limit 1
                """,
                state,
                spoc);
    }

    /// `/agencies/<id>` of the first agency of Northshire whose name has these words in it.
    String agency(String words) {
        return "/agencies/"
                + product.ask(
                        "select id from agency where area_code = 'NS' and name like ? order by name limit 1",
                        "%" + words + "%");
    }

    /// `/users/<id>` of a demo user, by the role.
    String user(String role) {
        return "/users/"
                + product.ask(
                        "select user_id from appointment where role = upper(?) order by id limit 1",
                        role);
    }

    /// `/transfers/<id>` of the case that is offered to Southmoor.
    String transfer() {
        return "/transfers/" + made("transfer/invited");
    }

    private UUID made(String step) {
        return UUID.fromString(
                product.ask("select result from demo_step where name = ?", "NS/" + step));
    }
}
