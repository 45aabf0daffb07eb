using System.Globalization;
using NetConnect.Sandbox.Addressing;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.NetworkAcls;

/// <summary>CreateNetworkAclEntry, ReplaceNetworkAclEntry, DeleteNetworkAclEntry.</summary>
internal static class NetworkAclEntryActions
{
    private const int LastRuleNumber = 32766;

    public static void CreateNetworkAclEntry(Ec2Call call, XmlAnswer answer)
    {
        NetworkAcl acl = Acl(call);
        NetworkAclEntry entry = Read(call);
        if (Find(acl, entry.RuleNumber, entry.Egress) is not null)
            throw new ApiException("NetworkAclEntryAlreadyExists",
                $"The network acl entry identified by {entry.RuleNumber} already exists.");
        if (acl.Entries.Count(known => known.Egress == entry.Egress) >= acl.Home.Quotas.EntriesPerNetworkAcl)
            throw new ApiException("NetworkAclEntryLimitExceeded", "The maximum number of network acl entries has been reached.");
        acl.Entries.Add(entry);
        answer.Flag("return", true);
    }

    public static void ReplaceNetworkAclEntry(Ec2Call call, XmlAnswer answer)
    {
        NetworkAcl acl = Acl(call);
        NetworkAclEntry entry = Read(call);
        acl.Entries[acl.Entries.IndexOf(Find(acl, entry.RuleNumber, entry.Egress) ?? throw NotFound(acl, entry.RuleNumber))] = entry;
        answer.Flag("return", true);
    }

    public static void DeleteNetworkAclEntry(Ec2Call call, XmlAnswer answer)
    {
        NetworkAcl acl = Acl(call);
        int number = call.Parameters.RequiredNumber("RuleNumber");
        acl.Entries.Remove(Find(acl, number, call.Parameters.Flag("Egress") == true) ?? throw NotFound(acl, number));
        answer.Flag("return", true);
    }

    private static NetworkAcl Acl(Ec2Call call) => call.Region.NetworkAcls.Get(call.Parameters.Required("NetworkAclId"));

    private static NetworkAclEntry? Find(NetworkAcl acl, int number, bool egress) =>
        acl.Entries.Find(entry => entry.RuleNumber == number && entry.Egress == egress);

    private static ApiException NotFound(NetworkAcl acl, int number) =>
        new("InvalidNetworkAclEntry.NotFound", $"no network acl entry {number} in network acl {acl.Id}");

    private static NetworkAclEntry Read(Ec2Call call)
    {
        QueryParameters parameters = call.Parameters;
        int number = parameters.RequiredNumber("RuleNumber");
        if (number is < 1 or > LastRuleNumber) throw QueryParameters.Invalid("RuleNumber", $"{number}", "Must be between 1 and 32766");
        string action = parameters.Required("RuleAction");
        if (action is not ("allow" or "deny")) throw QueryParameters.Invalid("RuleAction", action, "Expecting allow or deny.");
        string protocol = Protocol(parameters.Required("Protocol"));
        Cidr cidr = parameters.Text("Ipv6CidrBlock") is { } v6
            ? VpcFactory.Ipv6Block(v6, "Ipv6CidrBlock")
            : VpcFactory.Block(parameters.Required("CidrBlock"), "CidrBlock");
        QueryParameters ports = parameters.Under("PortRange");
        QueryParameters icmp = parameters.Under("Icmp");
        return new NetworkAclEntry(number, parameters.Flag("Egress") == true, protocol, action, cidr)
        {
            Ports = protocol is "6" or "17" ? (ports.RequiredNumber("From"), ports.RequiredNumber("To")) : null,
            Icmp = protocol is "1" or "58" ? (icmp.RequiredNumber("Type"), icmp.RequiredNumber("Code")) : null,
        };
    }

    private static string Protocol(string text) => text.ToLowerInvariant() switch
    {
        "tcp" => "6",
        "udp" => "17",
        "icmp" => "1",
        "icmpv6" => "58",
        "all" or "-1" => "-1",
        _ when byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => text,
        _ => throw QueryParameters.Invalid("Protocol", text, "Unknown protocol."),
    };
}
