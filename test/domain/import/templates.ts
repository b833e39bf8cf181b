/** Filled-in post-mortems in the outlines of templates that teams use. The incident is made up. */
export const GOOGLE = `# Shakespeare Sonnet++ Postmortem (incident #465)

**Date:** 2015-10-21

**Authors:** jennifer, martym, agoogler

**Status:** Complete, action items in progress

**Summary:** Shakespeare Search down for 66 minutes during a period of very high interest.

**Impact:** Estimated 1.21B queries lost, no revenue impact.

## Root Causes

Cascading failure due to combination of exceptionally high load and a resource leak.

## Trigger

Latent bug triggered by a sudden increase in traffic.

## Resolution

Directed traffic to a sacrificial cluster and added 10x capacity.

## Detection

Borgmon detected a high level of HTTP 500s and paged on-call.

## Action Items

| Action Item | Type | Owner | Bug |
| --- | --- | --- | --- |
| Update playbook with instructions for cascading failure | mitigate | jennifer | n/a **DONE** |
| Plug file descriptor leak in search ranking subsystem | prevent | agoogler | Bug 5554825 |

## Lessons Learned

### What went well

- Monitoring quickly alerted us

### What went wrong

- We're out of practice in responding to cascading failure

### Where we got lucky

- Mailing list of enthusiasts had a copy of the new sonnet

## Timeline

2015-10-21 (*all times UTC*)

- 14:51 News reports that a new sonnet has been discovered
- 14:53 Traffic to search increases by 88x
- 14:54 **OUTAGE BEGINS** — Search backends start melting down

## Supporting information

Monitoring dashboard
`;

export const ATLASSIAN = `# Postmortem: bad configuration

| Incident | HOT-13045 |
| --- | --- |
| Severity | 2 |
| Affected services | Confluence Cloud |

## Incident summary

Between 15:45 and 16:35, users could not edit pages.

## Leadup

At 16:00 a change was introduced.

## Fault

The change carried an incorrect configuration.

## Impact

For 50 minutes customers could not edit.

## Detection

Alerts for page load error rate fired.

## Response

The on-call engineer was paged at 15:50 UTC.

## Recovery

The configuration was rolled back.

## Timeline

All times are UTC.

- 15:45 - change deployed
- 15:50 - alert fires

## Root cause identification: The Five Whys

1. The page failed because of the config.
2. The config was not tested.

## Root cause

No staging test for configuration.

## Backlog check

Nothing in the backlog would have prevented this.

## Recurrence

HOT-12046 had the same root cause.

## Lessons learned

Unit tests verify the rate limit.

## Corrective actions

- [ ] Put in place a test for configuration
- [x] Alert sooner
`;

export const PAGERDUTY = `# Checkout errors on 2026-03-01

**Owner:** Ines Roy
**Meeting Scheduled For:** 2026-03-05

## Overview

Checkout returned errors.

## What Happened

A deploy removed an index.

## Contributing Factors

- Missing index

## Resolution

The index was added back.

## Impact

- **Time in SEV-1:** 23 minutes

## Responders

- Ines Roy (Incident commander)
- Tom

## Timeline

| Time (UTC) | Event | Data Link |
| --- | --- | --- |
| 14:02 | Deploy starts | https://x.test/graph |
| 14:25 | Recovered | |

## How'd We Do?

### What Went Well?

- Fast rollback

### What Didn't Go So Well?

- Alert was late

## Action Items

| Ticket | Description | Owner | Status |
| --- | --- | --- | --- |
| OPS-1 | Add an index check | Tom | Done |

## Messaging

### Internal Email

Sorry.
`;

export const COE = `# Correction of Error: queue stalled

## Summary

The queue stalled for two hours.

## Metrics

40,000 messages were late.

## Customer Impact

Orders arrived late.

## Incident Questions

How was the event detected? By a customer.

## Five Whys

1. Why did it stall? A lock.

## Lessons Learned

- Alarm on age, not on depth.

## Corrective Actions

1. Add an alarm on age
`;
