using NetConnect.Addressing;

namespace NetConnect.ClientVpn;

/// <summary>What the authorization rules say.</summary>
internal static class ClientVpnRuleFindings
{
    public static IEnumerable<VpnFinding> Of(ClientVpnWorld world)
    {
        if (world.Rules.Count == 0)
            yield return world.Finding(VpnFindingCodes.NoRules, VpnFindingSeverity.Error, world.Endpoint.ClientVpnEndpointId,
                "No rule lets anybody reach anything.",
                $"Say who may reach what: Grant-ClientVpnAccess {world.Endpoint} -DestinationCidrBlock.");
        List<Cidr> led = [.. world.AllRoutes.Select(one => one.Destination)];
        foreach (Cidr destination in world.Rules.Select(one => one.Destination).Distinct().Where(IsLost))
        {
            string wanted = destination.ToString() == world.Endpoint.ClientCidrBlock ? "-ClientToClient" : $"{destination}";
            yield return world.Finding(VpnFindingCodes.RuleWithoutRoute, VpnFindingSeverity.Error, $"{destination}",
                "A rule lets people in, and no route leads there.",
                $"Lead there (Add-ClientVpnRoute {world.Endpoint} {wanted}), "
                + $"or take the rule back (Revoke-ClientVpnAccess {world.Endpoint} {destination}).");
        }
        foreach (VpnFinding finding in Shadowed(world))
            yield return finding;

        // Without any route, that is the finding.
        bool IsLost(Cidr destination) => led.Count > 0 && !led.Exists(route => route.Overlaps(destination));
    }

    // The rules of the longest prefix decide alone, whatever those of shorter ones say, and 0.0.0.0/0 comes last (Administrator Guide,
    // "Authorization rules").
    private static IEnumerable<VpnFinding> Shadowed(ClientVpnWorld world)
    {
        foreach (IGrouping<Cidr, ClientVpnRule> rules in world.Rules.GroupBy(one => one.Destination, one => one.Rule))
        {
            HashSet<string?> allowed = [.. rules.Select(rule => rule.GroupId)];
            if (allowed.Contains(null))
                continue;
            List<(Cidr Destination, ClientVpnRule Rule)> lost =
            [
                .. world.Rules.Where(one =>
                    one.Destination != rules.Key && one.Destination.Contains(rules.Key) && !allowed.Contains(one.Rule.GroupId)),
            ];
            if (lost.Count == 0)
                continue;
            IEnumerable<string> wider = lost.Select(one => $"{one.Destination} for {one.Rule.GroupId ?? "everybody"}").Distinct();
            bool isByDefault = lost.All(one => one.Destination.PrefixLength == 0);
            string people = string.Join(", ", lost.Select(one => one.Rule.GroupId ?? "everybody else").Distinct());
            yield return world.Finding(VpnFindingCodes.ShadowedRule, VpnFindingSeverity.Warning, $"{rules.Key}",
                $"{rules.Key} is for {string.Join(", ", allowed)}, which decides there: {string.Join(", ", wider)} does not count, "
                + $"and {people} cannot reach {rules.Key}{(isByDefault ? ", since 0.0.0.0/0 is looked at last" : "")}.",
                $"Where they are to reach it, say so for {rules.Key} too: Grant-ClientVpnAccess {world.Endpoint} {rules.Key}{Who(lost)}.");
        }
    }

    private static string Who(List<(Cidr Destination, ClientVpnRule Rule)> lost) =>
        lost.Exists(one => one.Rule.GroupId is null)
            ? ""
            : $" -AccessGroupId {string.Join(", ", lost.Select(one => one.Rule.GroupId).Distinct())}";
}
