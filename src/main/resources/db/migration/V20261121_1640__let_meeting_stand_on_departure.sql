-- A day past the limit stands only on a departure from guidance (R-GOV-01): which one is kept with the meeting.
alter table meeting add column departure_id uuid references departure;
