-- Who is told what happens to all jobs of an owner that a filter admits.
create table subscription (
  id            uuid not null primary key,
  owner         varchar(200) not null,
  url           varchar(2000) not null,
  -- The URL's, in lower case.
  host          varchar(260) not null,
  -- Of what: JSON; null for all.
  types         varchar(10000),
  events        varchar(1000) not null,
  labels        varchar(40000),
  -- What the URLs in it begin with, as its client saw them.
  links         varchar(2000) not null,
  -- What its deliveries are signed with; the former one, too, until its time is over.
  secret        varchar(200) not null,
  former_secret varchar(200),
  former_until  timestamp(3) with time zone,
  state         varchar(6) not null,
  -- In that state.
  since         timestamp(3) with time zone not null,
  created_at    timestamp(3) with time zone not null,
  updated_at    timestamp(3) with time zone not null,
  constraint subscription_state check (state in ('active', 'paused', 'gone')),
  constraint subscription_former check ((former_secret is null) = (former_until is null))
);
create index subscription_owner on subscription (owner, id);

-- Whose delivery it is; null for that of a job's callback. No foreign key: what is left of a subscription that was removed
-- goes with its jobs.
alter table delivery add column subscription uuid;
create index delivery_subscription on delivery (subscription, number)
  ${where} subscription is not null
;
create index delivery_subscription_due on delivery (subscription, next_at)
  ${where} subscription is not null and next_at is not null
;
