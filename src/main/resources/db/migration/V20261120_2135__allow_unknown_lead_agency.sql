-- A referral can be accepted before anybody has recorded which agency leads.
alter table mappa_eligibility alter column lead_agency_id drop not null;
