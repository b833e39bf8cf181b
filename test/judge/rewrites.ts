import type { SectionId } from '../../domain/sections';

/**
 * What a careful editor made of sections of the published cases, sentence by sentence, and what a careless one
 * would have added. The facts are those of `test/cases`, under the licences given there; the wording is ours.
 */
export interface Rewrite {
  id: string;
  section: Extract<SectionId, 'description' | 'rootCause'>;
  better: readonly string[];
  /** Stated nowhere in the source. */
  invented: string;
  /** The same facts as somebody's fault. */
  blame: string;
  /** A doubt of the source, and the same as a certainty. */
  doubt?: readonly [told: string, certain: string];
}

export const REWRITES: readonly Rewrite[] = [
  {
    id: 'moj-2020-02-12',
    section: 'rootCause',
    better: [
      'While old clusters were being deleted, `terraform destroy` was run in a _terraform workspace_ other than the one intended.',
      'It deleted the EKS nodes of the manager cluster.',
      'With terraform (`terraform apply -var-file vars/manager.tfvars` specifically) the cluster nodes were created again and the infrastructure aligned? to the desired state.',
      '[TODO: What would have shown the engineer which workspace was selected?]',
    ],
    invented: 'No pipeline ran for six hours as a consequence.',
    blame: 'The engineer was careless and should have known which workspace he was in.',
  },
  {
    id: 'moj-2020-02-18',
    section: 'description',
    better: [
      'Pingdom reported that Prometheus was down (prometheus.cloud-platform.service.justice.gov.uk).',
      'The dashboard was unavailable for everyone for the whole duration of the incident.',
      'Between 2020-02-18 14:22 and 2020-02-18 14:26, Prometheus could not receive metrics.',
      '[TODO: When was the dashboard available again?]',
    ],
    invented: 'Alerts for three other clusters were delayed as well.',
    blame: 'The monitoring team failed to watch its own system.',
  },
  {
    id: 'moj-2020-02-18',
    section: 'rootCause',
    better: [
      'The Prometheus URL was unreachable, while Grafana and Alertmanager were resolving.',
      'There seemed to be an issue preventing requests from reaching the Prometheus pods.',
      'Disk space and other resources, the domain name and the ingress were ruled out.',
      'We suspect an intermittent and external networking issue.',
    ],
    invented: 'The network provider has confirmed packet loss in that hour.',
    blame: 'Whoever runs the external network clearly did a poor job.',
    doubt: [
      'We suspect an intermittent and external networking issue.',
      'The cause was an external networking issue.',
    ],
  },
  {
    id: 'moj-2020-08-07',
    section: 'description',
    better: [
      'The routine replacement of a master node failed because AWS had no c4.4xlarge instances available in the relevant availability zone.',
      'For a brief period the cluster ran on 2 out of 3 master nodes, which increased the risk.',
      '[TODO: From when to when?]',
    ],
    invented: 'Two deployments had to be postponed until the evening.',
    blame: 'AWS let us down by not keeping enough machines.',
  },
  {
    id: 'moj-2020-08-07',
    section: 'rootCause',
    better: [
      'We had not planned for an instance type being unavailable.',
      'In theory, if each master node were lost in turn and the right instances were missing in at least 2 availability zones, the whole cluster could go down.',
      'About 40 minutes after we saw the problem a c4.4xlarge node was launched automatically.',
      'All master nodes were replaced with c5.4xlarge instances, which currently have better availability.',
      'We and AWS are still investigating more reliable fixes.',
    ],
    invented: 'Instances of this type are now reserved for a year.',
    blame: 'The planners of the cluster overlooked an obvious risk.',
    doubt: ['the whole cluster could go down', 'the whole cluster will go down'],
  },
  {
    id: 'moj-2022-03-10',
    section: 'description',
    better: [
      'Users reported in #ask-cloud-platform that they saw errors for CP domain URLs.',
      "The message was: ```Hostname/IP does not match certificate's altnames```",
      'All ingress resources using *apps.live.cloud-platform.service.justice.gov.uk had mismatched certificates.',
      '[TODO: How many users or services were affected, and for how long?]',
    ],
    invented: 'Roughly 4,000 requests were refused in the first ten minutes.',
    blame: 'Somebody on the team broke the certificate and did not tell anyone.',
  },
  {
    id: 'moj-2022-03-10',
    section: 'rootCause',
    better: [
      'It occurred immediately after a terraform apply to a test cluster.',
      'The apply changed the default certificate of the `live` cluster to `*.apps.yy-1003-0100.cloud-platform.service.justice.gov.uk`.',
      'The environment variable KUBE_CONFIG pointed to a config path in which the `live` context was set, and the terraform kubectl provider, which applies `kubectl_manifest` resources, can use that variable besides `KUBECONFIG` and `KUBE_CONFIG_PATH`.',
      'The immediate repair was an inline edit of the default certificate in `live`, adding the wildcard dnsNames `*.apps.live`, `*.live`, `*.apps.live-1` and `*.live-1`, i.e. reverting the change.',
    ],
    invented: 'The variable had been set by a script from 2019.',
    blame: 'The engineer should have checked the context before he typed apply.',
  },
  {
    id: 'moj-2023-01-05',
    section: 'description',
    better: [
      'On 4th January 2023 CircleCI announced a security alert.',
      'Their advice was to rotate any and all secrets stored in CircleCI immediately, as a cautionary measure.',
      'Secrets stored there for services of applications on the Cloud Platform were exposed.',
      '[TODO: Which secrets were used by others, as far as is known?]',
    ],
    invented: 'An attacker had used two of our keys by then.',
    blame: 'CircleCI was negligent with the secrets of its customers.',
  },
  {
    id: 'moj-2023-07-25',
    section: 'rootCause',
    better: [
      'The number of namespaces and Prometheus rules had grown, and the Prometheus server needed more memory.',
      'The instance size was not enough to keep it running.',
      'Doubling the CPU and memory of the node type and raising the container resource limit of the server resolved the issue.',
      '[TODO: What would have shown the growth before the limit was reached?]',
    ],
    invented: 'The number of rules had tripled since the spring.',
    blame: 'Teams that add rules without thinking have caused this.',
  },
  {
    id: 'moj-2024-09-20',
    section: 'rootCause',
    better: [
      'The infrastructure pipelines had been paused for an extended period for manual updates to the Terraform remote state.',
      'A PR that had not been identified during this time was queued up.',
      'When the pipeline was resumed, the PR ran automatically and destroyed subnet route table configurations, which disabled internet routing to Cloud Platform services.',
      'Running Terraform apply manually rebuilt the route table associations and restored availability.',
    ],
    invented: 'The PR had been approved by two reviewers in August.',
    blame: 'The author of the PR forgot about it and the team did not do its homework.',
  },
  {
    id: 'binder-2017-11-30-oom',
    section: 'description',
    better: [
      'At 0:59 CET (to be converted to PST) mybinder.org showed an error: temporary users could not be created when a new server was launched.',
      'It was noticed because somebody happened to look at grafana.',
      'One node running a proxy had run out of memory, which broke the proxy.',
      'Probably a build container had used up all the memory on the node, as builds had no memory limits enforced.',
    ],
    invented: 'About 120 people had tried to open a notebook by then.',
    blame: 'Nobody had bothered to set limits for builds.',
    doubt: ['Probably a build container had used up', 'A build container had used up'],
  },
  {
    id: 'binder-2018-02-22-nginx',
    section: 'description',
    better: [
      'Stackdriver e-mail alerts said that Binder was down.',
      'All Binder services were confirmed to be down, including mybinder.org.',
      'The logs showed very little output in general, and the NGINX pods were suspected.',
      'Once the pods had been deleted, all went back to normal.',
    ],
    invented: 'The pods had been running for 41 days.',
    blame: 'The on-call engineer took far too long to look at the logs.',
    doubt: ['the NGINX pods were suspected', 'the NGINX pods were at fault'],
  },
  {
    id: 'binder-2019-04-03-ingress',
    section: 'description',
    better: [
      'During a Kubernetes version upgrade all nodes running our ingress-controller pods were cordoned.',
      'This went unnoticed and caused 40min of total outage.',
      '[TODO: How was it noticed in the end?]',
    ],
    invented: 'The upgrade had been tested in staging the day before.',
    blame: 'The person who ran the upgrade did not pay attention.',
  },
  {
    id: 'chia-2021-05-26-website',
    section: 'description',
    better: [
      'To modernise the naming of branches, the default branch of chia.net was migrated from master to main.',
      'The background CI processes for GitHub sites should then have redeployed the site from the renamed branch; due to a bug in the CI system this did not occur.',
      'The CI system appears to have encountered a fatal error, and further attempts to run it were blocked by the same bug.',
      'The GitHub support team re-engaged the stalled process with their administrative tools.',
      'GitHub is still looking for the root cause and advised that it is unlikely to occur again.',
    ],
    invented: 'Visitors saw a page of the previous year for 50 minutes.',
    blame: 'GitHub engineers shipped a broken system and it was their fault.',
    doubt: ['appears to have encountered', 'encountered'],
  },
  {
    id: 'chia-2023-04-21-okta',
    section: 'rootCause',
    better: [
      'Something malicious was sent to the user from a trusted LinkedIn user, whose account had been compromised.',
      'Passwords were reset, and the MacBook of the user was erased and reset.',
      'SentinelOne was installed and a full disk scan completed.',
      '[TODO: What was it that was sent: a message, a link or a file?]',
    ],
    invented: 'The attacker read 14 e-mails before the reset.',
    blame: 'The employee was gullible and clicked without thinking.',
  },
];
