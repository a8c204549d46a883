/**
 * Programs that follow a job to its end and fetch its result. Each can be run as it stands, with nothing but its
 * language; what goes into them is this server's address and an id, which need no escaping.
 */

/**
 * @param {{api: string, job: string, client: string}} urls of the API, the job's monitor and /js/client.js
 * @param {boolean} signIn whether requests need a credential
 * @returns {Array<{key: string, name: string, how: string, text: string}>}
 */
export function snippets(urls, signIn) {
  return [
    { key: 'curl', name: 'curl', how: 'For a shell with curl and awk, such as bash.', text: curl(urls, signIn) },
    { key: 'javascript', name: 'JavaScript', how: 'For the console of any page of this server, or a module in a page.', text: javascript(urls, signIn) },
    { key: 'java', name: 'Java', how: 'FollowJob.java, for JDK 17 or later and nothing else but ROOT-client.jar: java -cp ROOT-client.jar FollowJob.java', text: java(urls, signIn) },
    { key: 'python', name: 'Python', how: 'For Python 3, without any package.', text: python(urls, signIn) },
  ];
}

function curl({ job }, signIn) {
  const token = signIn ? ' -H "Authorization: Bearer $ACCEPTED_TOKEN"' : '';
  return `\
job=${job}
head=$(mktemp)
body=$(mktemp)
trap 'rm -f "$head" "$body"' EXIT
while true; do
  code=$(curl -sS${token} -D "$head" -o "$body" -w '%{http_code}' "$job")
  wait=$(awk 'tolower($1) == "retry-after:" { print $2 + 0 }' "$head")
  case $code in
    303) curl -sS${token} "$job/result"; exit ;;  # it has succeeded
    200) [ "$wait" ] || { cat "$body"; exit 1; } ;;  # without Retry-After it has failed or was canceled
    000 | 429 | 50[0234]) ;;  # not now
    *) cat "$body"; exit 1 ;;
  esac
  sleep "\${wait:-2}"
done
`;
}

function javascript({ job, client }, signIn) {
  const options = signIn ? ', options' : '';
  return `\
const { follow } = await import('${client}');
${signIn ? "const options = { headers: { Authorization: 'Bearer …' } };\n" : ''}\
for await (const { job, outcome, result } of follow('${job}/status'${options})) {
  if (job) console.log(job.status, job.percentComplete ?? '');
  if (outcome) console.log(outcome, result ? await (await fetch(result${options})).text() : '');
}
`;
}

function java({ api, job }, signIn) {
  const client = signIn
    ? `JobClient.builder(api).header("Authorization", "Bearer " + System.getenv("ACCEPTED_TOKEN")).build()`
    : 'JobClient.of(api)';
  return `\
import dev.accepted.client.*;
import java.net.URI;
import java.nio.file.Path;

public class FollowJob {
  public static void main(String[] args) {
    URI api = URI.create("${api}");
    try (JobClient client = ${client}) {
      Outcome outcome = client.follow(URI.create("${job}"), FollowJob::tell).join();
      if (outcome instanceof Outcome.Succeeded succeeded) {
        System.out.println(client.result(succeeded.result(), Path.of("result")).join());
      } else {
        System.out.println(outcome);
      }
    }
  }

  private static void tell(Report report) {
    System.out.println(report.status().orElse("") + " " + report.percentComplete());
  }
}
`;
}

function python({ job }, signIn) {
  return `\
import json${signIn ? ', os' : ''}, time, urllib.error, urllib.request

job = '${job}'
headers = {'Accept': 'application/json'${signIn ? ", 'Authorization': 'Bearer ' + os.environ['ACCEPTED_TOKEN']" : ''}}

def ask(url):
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=headers))
    except urllib.error.HTTPError as refused:
        answer = refused
    except urllib.error.URLError:  # not now
        return 503, None, b''
    with answer:
        return answer.status, answer.headers.get('Retry-After'), answer.read()

while True:
    code, wait, body = ask(job + '/status')
    if code == 200:
        state = json.loads(body)
        print(state['status'], state.get('percentComplete', ''))
        if wait is None:  # it has ended
            break
    elif code not in (429, 500, 502, 503, 504):
        raise SystemExit(body.decode())
    time.sleep(int(wait or 2))

if state['status'] == 'succeeded':
    del headers['Accept']  # the result has a media type of its own
    with open('result', 'wb') as file:
        file.write(ask(job + '/result')[2])
`;
}
