#!/usr/bin/env python3
"""NetConnect beside its peers: the same seeded server, the same counting proxy, one table.

bench.py [--workloads w1,w2,w3,w4,w5,w5-500,w6] [--peers netconnect,netconnect-dns,cli,boto3,boto3-16,tf,tf32] [--latency 0,30] [--runs 1]
         [--add 'name=COMMAND {verb} {dir}/manifest.json'] [--out FILE.jsonl]

Peers whose program is not found are left out, with a line that says so. Build NetConnect first: dotnet build NetConnect.sln

A peer is a command run as  CMD {verb} {dir}  with verb apply|noop|destroy|status; {dir}/manifest.json says what to do
(ids, CIDRs, route tables, links) and HOME={dir} holds .aws/config with profiles a and b (b assumes a role in the second
account; endpoint_url = the proxy). Every phase is checked against moto's real state; a wrong end state shows as BAD.
Call counts come from the proxy; chain = sequential round trips; rss = peak sum over the process tree; cpu = user+sys s.
"""
import argparse, json, os, shutil, signal, sys, tempfile, threading, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from common import *

RUN = os.path.abspath(os.environ.get("BENCH_RUN", os.path.join(tempfile.gettempdir(), "netconnect-bench")))
REGION = "eu-west-1"
PYBIN = os.path.dirname(os.path.realpath(sys.executable))
# mutations, idempotent total (bulk reads first; + AssumeRole in w1), sequential round trips without/with state polls
MINIMUM = {("w1", "apply"): (12, 16, 4, 6), ("w1", "noop"): (0, 4, 2, 2), ("w1", "destroy"): (9, 13, 3, 3),
           ("w2", "apply"): (180, 182, 3, 5), ("w2", "noop"): (0, 2, 1, 1), ("w2", "destroy"): (135, 137, 2, 2),
           ("w3", "apply"): (1740, 1742, 3, 5), ("w3", "noop"): (0, 2, 1, 1), ("w3", "destroy"): (1305, 1307, 2, 2),
           ("w4", "apply"): (7, 11, 4, 6), ("w4", "noop"): (0, 4, 1, 1), ("w4", "destroy"): (5, 9, 3, 5),
           ("w5", "status"): (0, 1, 1, 1), ("w5-500", "status"): (0, 1, 1, 1),
           ("w6", "apply"): (24, 26, 4, 6), ("w6", "noop"): (0, 4, 2, 2), ("w6", "destroy"): (24, 28, 5, 7)}
STATUS_OF = {"w5": 50, "w5-500": 500}
ROOT = os.path.dirname(HERE)
# The engine that is there: a real pwsh, else the shell that the solution builds.
ENGINE = "pwsh -NoProfile -File" if shutil.which("pwsh") else f"dotnet {ROOT}/src/NetConnect.Shell/bin/Debug/net10.0/NetConnect.Shell.dll"
PEERS = {"netconnect": f"{ENGINE} {HERE}/netconnect.ps1 {{verb}} {{dir}}/manifest.json",
         "netconnect-dns": f"{ENGINE} {HERE}/netconnect.ps1 {{verb}} {{dir}}/manifest.json -DnsCheck",
         "cli": HERE + "/peer_cli.sh {verb} {dir}",
         "boto3": sys.executable + " " + HERE + "/peer_boto3.py {verb} {dir}/manifest.json 1",
         "boto3-16": sys.executable + " " + HERE + "/peer_boto3.py {verb} {dir}/manifest.json 16",
         "tf": "TF 10 {verb} {dir}", "tf32": "TF 32 {verb} {dir}"}
TF = {"apply": "apply -auto-approve -input=false -no-color -parallelism={p}", "destroy": "destroy -auto-approve -input=false -no-color -parallelism={p}",
      "noop": "plan -detailed-exitcode -input=false -no-color -parallelism={p}", "status": "plan -detailed-exitcode -input=false -no-color -parallelism={p}"}

# ---- seeding and checking: straight on the server, never counted ---------------------------------------------
def seed(w, moto):
    if w == "w6": return seed_client_vpn(moto)
    post(moto + "/moto-api/reset")
    e = {"a": client("ec2", moto, REGION), "b": client("ec2", moto, REGION, assume(moto))}
    def vpc(acc, name, cidr, tables):
        v = e[acc].create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]
        e[acc].modify_vpc_attribute(VpcId=v, EnableDnsHostnames={"Value": True})   # EC2 asks for it where DNS resolution crosses a peering
        return {"name": name, "account": acc, "owner": ACCOUNT_A if acc == "a" else ACCOUNT_B, "id": v, "cidr": cidr,
                "rtbs": [e[acc].create_route_table(VpcId=v)["RouteTable"]["RouteTableId"] for _ in range(tables)]}
    m = {"workload": w, "region": REGION, "accounts": ["a"], "dns": False}
    if w == "w1":
        m |= {"accounts": ["a", "b"], "dns": True, "vpcs": [vpc("a", "a", "10.1.0.0/16", 4), vpc("b", "b", "10.2.0.0/16", 4)], "links": [[0, 1]]}
    elif w in ("w2", "w3"):
        n = {"w2": 10, "w3": 30}[w]
        m |= {"vpcs": [vpc("a", f"v{i}", f"10.{i}.0.0/16", 1) for i in range(n)], "links": [[i, j] for i in range(n) for j in range(i + 1, n)]}
    elif w == "w4":
        v = vpc("a", "a", "10.1.0.0/16", 1)
        m |= {"vpc": v["id"], "rtbs": v["rtbs"], "cgw_ip": "203.0.113.7", "asn": 65010, "static": ["192.168.10.0/24", "192.168.20.0/24"]}
    elif w in STATUS_OF:
        vgw = e["a"].create_vpn_gateway(Type="ipsec.1")["VpnGateway"]["VpnGatewayId"]
        cgw = lambda i: e["a"].create_customer_gateway(Type="ipsec.1", IpAddress=f"203.0.{113 + i // 250}.{i % 250 + 1}", BgpAsn=65010)["CustomerGateway"]["CustomerGatewayId"]
        m |= {"count": STATUS_OF[w], "vgw": vgw, "cgws": [cgw(i) for i in range(STATUS_OF[w])]}
    return m, e

def seed_client_vpn(sandbox):
    """moto has no Client VPN: w6 runs against NetConnect's own sandbox, whose seed has the VPC, two of the subnets and a server certificate."""
    e = {"a": client("ec2", sandbox, REGION)}
    vpc = [v["VpcId"] for v in e["a"].describe_vpcs()["Vpcs"] if {"Key": "Name", "Value": "shop"} in v["Tags"]][0]
    one = {s["AvailabilityZone"]: s["SubnetId"] for s in e["a"].describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}])["Subnets"]}
    zone = REGION + "c"
    if zone not in one: one[zone] = e["a"].create_subnet(VpcId=vpc, CidrBlock="10.1.250.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
    certificate = client("acm", sandbox, REGION).list_certificates()["CertificateSummaryList"][0]["CertificateArn"]
    m = {"workload": "w6", "region": REGION, "accounts": ["a"], "name": "w6", "cidr": "10.200.0.0/22", "certificate": certificate,
         "subnets": sorted(one.values()), "routes": [f"172.{n}.0.0/16" for n in range(16, 21)], "rules": [f"172.{n}.0.0/16" for n in range(16, 21)]}
    return m, e

def client_vpn_state(a):
    endpoints = [x for x in a.describe_client_vpn_endpoints()["ClientVpnEndpoints"] if x["Status"]["Code"] not in ("deleting", "deleted")]
    got = [0, 0, 0]
    for x in endpoints:
        of = {"ClientVpnEndpointId": x["ClientVpnEndpointId"]}
        got[0] += sum(s["Status"]["Code"] == "associated" for s in a.describe_client_vpn_target_networks(**of)["ClientVpnTargetNetworks"])
        got[1] += sum(r["Status"]["Code"] == "active" and r["Origin"] == "add-route" for r in a.describe_client_vpn_routes(**of)["Routes"])
        got[2] += sum(r["Status"]["Code"] == "active" for r in a.describe_client_vpn_authorization_rules(**of)["AuthorizationRules"])
    return (len(endpoints), *got)

def make_vpns(m, e):
    for c in m["cgws"]:
        e["a"].create_vpn_connection(Type="ipsec.1", CustomerGatewayId=c, VpnGatewayId=m["vgw"], Options={"StaticRoutesOnly": True})

def check(m, e, verb, output):
    a, w = e["a"], m["workload"]
    if w in ("w1", "w2", "w3"):
        pcx = [p for p in a.describe_vpc_peering_connections()["VpcPeeringConnections"] if p["Status"]["Code"] == "active"]
        ids = {p["VpcPeeringConnectionId"] for p in pcx}
        routes = sum(r.get("VpcPeeringConnectionId") in ids for c in e.values() for t in c.describe_route_tables()["RouteTables"] for r in t["Routes"])
        opts = sum(p[s]["PeeringOptions"]["AllowDnsResolutionFromRemoteVpc"] for p in pcx for s in ("RequesterVpcInfo", "AccepterVpcInfo"))
        n = len(m["links"]); want = (n, {"w1": 8}.get(w, 2 * n), 2 if m["dns"] else 0) if verb != "destroy" else (0, 0, 0)
        got = (len(pcx), routes, opts)
    elif w == "w4":
        v = [x for x in a.describe_vpn_connections()["VpnConnections"] if x["State"] == "available"]
        prop = sum(len(t.get("PropagatingVgws", [])) for t in a.describe_route_tables(RouteTableIds=m["rtbs"])["RouteTables"])
        gws = [g for g in a.describe_vpn_gateways()["VpnGateways"] if g["State"] == "available" for t in g["VpcAttachments"] if t["State"] == "attached"]
        got = (len(v), sum(len(x["Routes"]) for x in v), prop, len(gws)); want = (1, 2, 1, 1) if verb != "destroy" else (0, 0, 0, 0)
    elif w == "w6":
        got = client_vpn_state(a); want = (1, 3, 15, 5) if verb != "destroy" else (0, 0, 0, 0)
    else:                                                      # each connection is in what the peer printed
        ids = [v["VpnConnectionId"] for v in a.describe_vpn_connections()["VpnConnections"]]
        got = (len(ids), sum(i in output for i in ids)); want = (m["count"], m["count"])
    return "ok" if got == want else f"BAD {got} want {want}"

# ---- a directory per run ----------------------------------------------------------------------------------
def prepare(d, m, proxy, is_tf):
    shutil.rmtree(d, ignore_errors=True); os.makedirs(d + "/.aws")
    json.dump(m | {"endpoint": proxy, "role_b": f"arn:aws:iam::{ACCOUNT_B}:role/NetConnect"}, open(d + "/manifest.json", "w"), indent=1)
    key = f"region = {REGION}\nendpoint_url = {proxy}\n"
    open(d + "/.aws/config", "w").write(
        f"[default]\n{key}aws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = testing\n"
        f"[profile a]\n{key}aws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = testing\n"
        f"[profile b]\n{key}role_arn = arn:aws:iam::{ACCOUNT_B}:role/NetConnect\nsource_profile = default\n")
    if "links" in m:
        with open(d + "/links.tsv", "w") as f:
            for i, j in m["links"]:
                a, b = m["vpcs"][i], m["vpcs"][j]
                f.write("\t".join([a["account"], a["id"], a["cidr"], ",".join(a["rtbs"]), b["account"], b["id"], b["cidr"], ",".join(b["rtbs"]), b["owner"], "yes" if m["dns"] else "no"]) + "\n")
    if m["workload"] == "w4":
        open(d + "/vpn.env", "w").write(f'VPC={m["vpc"]} RTBS="{" ".join(m["rtbs"])}" CGW_IP={m["cgw_ip"]} ASN={m["asn"]} STATIC="{" ".join(m["static"])}"\n')
    if m["workload"] == "w6":
        open(d + "/clientvpn.env", "w").write(f'CIDR={m["cidr"]} CERTIFICATE={m["certificate"]} SUBNETS="{" ".join(m["subnets"])}" ROUTES="{" ".join(m["routes"])}" RULES="{" ".join(m["rules"])}"\n')
    if is_tf:
        shutil.copy(HERE + "/tf/provider.tf", d)
        shutil.copy(f"{HERE}/tf/{'mesh' if m['workload'] in ('w2', 'w3') else m['workload'].split('-')[0]}/main.tf", d)
        json.dump({"endpoint": proxy, "region": REGION, "role_b": f"arn:aws:iam::{ACCOUNT_B}:role/NetConnect", "m": m}, open(d + "/terraform.tfvars.json", "w"))
        mirror = os.environ.get("TF_PLUGIN_DIR")               # a terraform filesystem mirror; without it terraform downloads
        block = 'provider_installation {\n  filesystem_mirror { path = "%s" }\n}\n' % mirror if mirror else ""
        open(d + "/tfrc", "w").write("disable_checkpoint = true\n" + block)

# ---- running and measuring ----------------------------------------------------------------------------------
def tree_rss(root):
    kids, rss = {}, {}
    for p in os.listdir("/proc"):
        if p.isdigit():
            try:
                s = open(f"/proc/{p}/stat").read().rsplit(")", 1)[1].split()
                kids.setdefault(int(s[1]), []).append(int(p)); rss[int(p)] = int(s[21]) * 4096
            except (OSError, IndexError): pass
    todo, total = [root], 0
    while todo:
        p = todo.pop(); total += rss.get(p, 0); todo += kids.get(p, [])
    return total

def run(argv, d, log):
    env = {k: v for k, v in os.environ.items() if not k.startswith("AWS_") and (not k.startswith("TF_") or k == "TF_PLUGIN_DIR")}
    env |= {"HOME": d, "PATH": PYBIN + ":" + env["PATH"], "AWS_PAGER": "", "AWS_EC2_METADATA_DISABLED": "true",
            "TF_CLI_CONFIG_FILE": d + "/tfrc", "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1"}
    peak, stop = [0], threading.Event()
    t = time.time()
    p = subprocess.Popen(argv, cwd=d, env=env, stdout=open(log, "ab"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    def sample():
        while not stop.wait(0.05): peak[0] = max(peak[0], tree_rss(p.pid))
    s = threading.Thread(target=sample); s.start()
    _, status, ru = os.wait4(p.pid, 0); wall = time.time() - t
    stop.set(); s.join(); p.returncode = os.waitstatus_to_exitcode(status)
    return p.returncode, wall, peak[0], ru.ru_utime + ru.ru_stime   # not ru_maxrss: it starts from this process's own size

def argv_of(cmd, verb, d):
    if cmd.startswith("TF "):
        return ["terraform", *TF[verb].format(p=cmd.split()[1]).split()]
    return [x.format(verb=verb, dir=d) for x in cmd.split()]

def found(peer):
    program = {"cli": "aws", "tf": "terraform", "tf32": "terraform", "netconnect": ENGINE.split()[0], "netconnect-dns": ENGINE.split()[0]}.get(peer)
    if program and not shutil.which(program):
        print(f"{peer} is left out: {program} is not on the path", file=sys.stderr)
        return False
    return True

def main():
    ap = argparse.ArgumentParser(); A = ap.add_argument
    A("--workloads", default="w1,w2"); A("--peers", default=",".join(PEERS)); A("--latency", default="0,30"); A("--runs", type=int, default=1)
    A("--add", action="append", default=[]); A("--out", default=RUN + "/results.jsonl"); A("--phases", default="apply,noop,destroy,status"); A("--skip", default="", help="w3:cli,...")
    o = ap.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))      # so that `finally` stops our own servers
    os.makedirs(RUN, exist_ok=True)
    peers = {p: PEERS[p] for p in o.peers.split(",") if p and found(p)}
    peers |= dict(x.split("=", 1) for x in o.add)
    rows = []
    for w in o.workloads.split(","):
        mp, pp = free_port(), free_port(); moto, proxy = f"http://127.0.0.1:{mp}", f"http://127.0.0.1:{pp}"
        server = [*ENGINE.split(), HERE + "/serve_sandbox.ps1", str(mp)] if w == "w6" else [sys.executable, HERE + "/serve_moto.py", str(mp)]
        servers = [start(server, mp, RUN + "/server.log"), start([sys.executable, HERE + "/proxy.py", str(pp), str(mp)], pp, RUN + "/proxy.log")]
        try:
            for lat in o.latency.split(","):
                for name, cmd in peers.items():
                    if name == "netconnect-dns" and w != "w1": continue           # the others ask for no DNS options
                    if f"{w}:{name}" in o.skip.split(","): continue
                    for n in range(o.runs):
                        m, e = seed(w, moto); is_tf = cmd.startswith("TF ")
                        d = f"{RUN}/{w}-{name}-{lat}"; prepare(d, m, proxy, is_tf); log = d + "/log"
                        verbs = ["status"] if w in STATUS_OF else ["apply", "noop", "destroy"]
                        if name == "cli" and "noop" in verbs: verbs.remove("noop")     # a plain script has no no-op: it would create again
                        post(f"{proxy}/_reset?latency=0")
                        if is_tf: run(["terraform", "init", "-input=false", "-no-color"], d, log)
                        if w in STATUS_OF: run(argv_of("TF 50", "apply", d), d, log) if is_tf else make_vpns(m, e)
                        for verb in verbs:
                            if verb not in o.phases.split(","): continue
                            post(f"{proxy}/_reset?latency={lat}")
                            printed = os.path.getsize(log) if os.path.exists(log) else 0
                            rc, wall, rss, cpu = run(argv_of(cmd, verb, d), d, log)
                            st = json.loads(get(proxy + "/_stats"))
                            row = {"w": w, "phase": verb, "peer": name, "lat": float(lat), "run": n, "wall": round(wall, 2), "calls": st["calls"], "reads": st["reads"],
                                   "chain": st["chain"], "in_flight": st["max_in_flight"], "conns": st["connections"], "rss_mb": round(rss / 2**20), "cpu": round(cpu, 2),
                                   "load": round(os.getloadavg()[0], 1), "errors": st["errors"], "rc": rc, "check": check(m, e, verb, open(log, errors="replace").read()[printed:]), "actions": st["actions"]}
                            rows.append(row); show(row, rows[0] is row)
                            open(o.out, "a").write(json.dumps(row) + "\n")
        finally:
            for s in servers: s.terminate()

def show(r, head):
    mins = MINIMUM.get((r["w"], r["phase"]), (0, 1, 1, 1))
    if head:
        print("| W | phase | peer | +ms | wall s | calls | x min | reads | chain | in flight | conns | RSS MB | CPU s | load | result |\n|" + "---|" * 15)
    res = r["check"] + ("" if r["rc"] == 0 else f" rc={r['rc']}") + (f" {r['errors']}" if r["errors"] else "")
    print(f"| {r['w']} | {r['phase']} | {r['peer']} | {r['lat']:g} | {r['wall']:.2f} | {r['calls']} | {r['calls'] / mins[1]:.1f} | {r['reads']} | {r['chain']} | {r['in_flight']} | {r['conns']} | {r['rss_mb']} | {r['cpu']:.1f} | {r['load']} | {res} |", flush=True)

if __name__ == "__main__":
    main()
