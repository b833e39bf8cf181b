/**
 * Words that say much the same in a report of an incident. A statement is read by its words and by these
 * families of them, so that a word that no example has still counts. Small letters; a word may be in several.
 */
export const WORD_FAMILIES: Readonly<Record<string, string>> = {
  // A system that is well.
  well: 'ok okay normal healthy green fine back up again stable clear clean well restored recovered resolved works working flow flows gone zero complete drained settled subsided cleared fixed online available succeed succeeds succeeded success correct caught resumed resumes ended ends closed confirmed usual baseline synced serve serves serving ready running',
  // A system that is not.
  ill: 'error errors fail failed fails failing failure failures down dead hang hangs hung stuck timeout timeouts slow slower crash crashed crashes crashing crashloop broken broke missing empty wrong red dark blank full exhausted saturated unreachable unresponsive unavailable rejected refused denied dropped drop drops lost overload overloaded spike spiked degraded degrading blocked locked corrupted corrupt stale lag lagged behind duplicate twice oom killed throttled pending flapping bounced declined mismatch mismatched silent null 500 502 503 504 5xx 4xx',
  // What is measured.
  gauge:
    'cpu memory mem heap rss disk latency latencies p99 p95 p50 queue depth backlog load rate throughput traffic connections conns threads pool lag iops qps rps ratio hit response requests logs',
  // What people do to a system to mend it.
  mend: 'rolled rollback revert reverted reverts reverting restart restarted restarts restarting reboot rebooted redeploy redeployed scaled scale bumped raised increased lowered reduced added removed deleted disabled enabled turned switched flipped moved shifted drained cordoned uncordoned killed stopped paused cleared flushed purged freed swapped replaced renewed reissued issued rotated rotate restored reloaded reset patched hotfix fix fixed fixes corrected repaired rebuilt recreated re-created failover mitigated workaround reran rerun replayed backfilled blocked limited throttled unblocked unlocked unmuted pinned loaded reimported reimport reflash reflashed put took set upgraded cancelled rerouted applied deployed',
  // What changes a system.
  change:
    'deploy deployed deployment release released rollout rolled shipped merged pushed upgrade upgraded update updated migration migrated config change changed maintenance cutover apply applied promoted import imported launched launch campaign switched activated enabled installed reboot rebooted rotation reindex resize resized cleanup expired lapsed revoked kicked onboarded newsletter mailing test',
  // People who suppose.
  guess:
    'thought assumed suspected suspect blamed believed guess guessed guessing hoped expected theory hypothesis hunch looked figured thinking first initially initial probably maybe',
  // What brought nothing.
  vain: 'nothing nope unrelated innocent useless worse wasted lost vain help helped difference effect luck wrong herring fine either neither still same anyway',
  // Who does, sees or suffers.
  person:
    'user users customer customers client clients team teams people everyone oncall on-call support helpdesk finance sales engineer engineers operator colleague dev devs ops sre manager ceo boss partner partners vendor merchant merchants reseller resellers dispatcher nurse driver drivers passengers patients stores store shop tenants tenant they someone somebody nobody',
  // How things come to be known.
  notice:
    'alert alerts alerted alarm alarms pager paged pagerduty page monitoring monitor monitors grafana noticed notice notices spotted saw see seen detected detection discovered reported reports report complained complaint complaints called rang phoned tweet twitter reddit ticket tickets pinged flagged probe synthetic check sentry datadog opsgenie pingdom stackdriver cloudwatch anomaly told asks asked',
  // What people do among people: look, ask, tell.
  act: 'declared escalated opened investigated investigating investigation investigate look looked looking checked check checks paged joined informed notified posted asked asks ask called contacted compared traced found identified reproduced reproduce debug debugged analysed analyzed dump bisected confirmed confirm discussed decided agreed suggests suggested said says told sent wrote drove talked bridge warroom war incident commander sev1 sev2 status hotline communication communications',
  // What is yet to be done.
  plan: 'todo will should need needs must plan planned plans next future consider prevent action follow followup owner due until ticket review add write automate introduce improve long-term longterm permanent lasting weekly monthly quarterly quarter sprint later going ask document test',
  // How a reason is put.
  why: "because bc cause caused causes due reason root since as never nobody no not without default hardcoded bug race leak leaked regression missing assumed assumption limit limits validation check checks review tested test monitored enforced misconfigured set only same both every allows accepts reads doesnt doesn't didn't so which that means meant",
  // What is hurt, and how.
  harm: 'lost affected impacted unable impact downtime outage orders revenue users customers complaints refund refunds refunded minutes hours percent eur usd euros dollars sla slo data sessions carts payments invoices mails emails bookings churn exposed stale',
  // What it cost.
  money:
    'eur usd euro euros dollar dollars k revenue sales sum paid pay refund refunds credit cost costs penalty',
  // No, not, nobody.
  no: "no not never nobody none nothing without didn't didnt doesn't doesnt don't dont wasn't couldn't couldnt can't cant isn't isnt wont won't nope neither",
  // Days of the week.
  day: 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun tomorrow tonight yesterday',
  // The authors.
  we: 'we i our us my me',
  // What is not settled.
  open: 'open unclear unknown checking pending waiting requested owed owes yet still',
  // What the author is not sure of.
  doubt: 'probably likely maybe perhaps might may seems suspected suspect unclear possibly apparently sure',
};
