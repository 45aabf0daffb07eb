using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Describing;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>AuthorizeClientVpnIngress, RevokeClientVpnIngress, DescribeClientVpnAuthorizationRules.</summary>
internal static class ClientVpnRuleActions
{
    private static readonly FilterSet<ClientVpnRule> s_filters = new()
    {
        { "description", rule => rule.Description },
        { "destination-cidr", rule => rule.Destination.ToString() },
        { "group-id", rule => rule.GroupId },
    };

    public static void AuthorizeClientVpnIngress(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnRule rule = call.Region.ClientTokens.Once(call, () => Authorize(call));
        answer.Status(rule.State);
    }

    public static void RevokeClientVpnIngress(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Cidr destination = ClientVpnRouteActions.Destination(call.Parameters, "TargetNetworkCidr");
        string? group = Group(call.Parameters, "RevokeAllGroups");
        ClientVpnRule rule = endpoint.StandingRules.FirstOrDefault(known => known.Destination.Equals(destination) && known.GroupId == group)
            ?? throw new ApiException("InvalidClientVpnEndpointAuthorizationRuleNotFound", $"The rule for {destination} does not exist.");
        endpoint.CheckOperations();
        rule.Revoke();
        answer.Status(rule.State);
    }

    public static void DescribeClientVpnAuthorizationRules(Ec2Call call, XmlAnswer answer)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        ClientVpnParts.Answer(call, answer, "authorizationRule", endpoint.Rules, s_filters, rule => rule.Sequence, byId: false,
            (item, rule) => item.Text("clientVpnEndpointId", endpoint.Id).Text("description", rule.Description)
                .Text("groupId", rule.GroupId ?? "").Flag("accessAll", rule.GroupId is null).Text("destinationCidr", rule.Destination.ToString())
                .Status(rule.State));
    }

    private static ClientVpnRule Authorize(Ec2Call call)
    {
        ClientVpnEndpoint endpoint = ClientVpnEndpointActions.Live(call);
        Cidr destination = ClientVpnRouteActions.Destination(call.Parameters, "TargetNetworkCidr");
        string? group = Group(call.Parameters, "AuthorizeAllGroups");
        if (endpoint.LiveRules.Any(rule => rule.Destination.Equals(destination) && rule.GroupId == group))
            throw new ApiException("InvalidClientVpnDuplicateAuthorizationRule", $"The rule for {destination} exists already.");
        if (endpoint.LiveRules.Count() >= call.Region.Quotas.RulesPerClientVpnEndpoint)
            throw new ApiException("ClientVpnAuthorizationRuleLimitExceeded", "The maximum number of authorization rules has been reached.");
        endpoint.CheckOperations();
        var made = new ClientVpnRule(call.Region, destination, group) { Description = call.Parameters.Text("Description") };
        endpoint.Rules.Add(made);
        endpoint.FailWhereOrdered(made.State, StateDurations.ClientVpnRule, "failed");
        return made;
    }

    // Everybody or one group, and one of the two has to be said (API Reference, AuthorizeClientVpnIngress).
    private static string? Group(QueryParameters given, string allGroups)
    {
        string? group = given.Text("AccessGroupId");
        bool all = given.Flag(allGroups) == true;
        if (all && group is not null)
            throw new ApiException("InvalidParameterCombination", $"Only one of accessGroupId and {allGroups} may be specified.");
        return all || group is not null ? group : throw QueryParameters.Missing("AccessGroupId");
    }
}
