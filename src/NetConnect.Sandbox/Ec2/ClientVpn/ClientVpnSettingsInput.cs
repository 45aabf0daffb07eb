using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Acm;
using NetConnect.Sandbox.Ec2.SecurityGroups;
using NetConnect.Sandbox.Ec2.Vpcs;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>Reads and checks what create and modify have in common (API Reference, CreateClientVpnEndpoint).</summary>
internal static class ClientVpnSettingsInput
{
    private const int MaxDnsServers = 2;
    private const int MaxSecurityGroups = 5;
    private const int MaxBanner = 1400;

    // Administrator Guide, "Connection authorization": the name of the function begins like this.
    private static readonly Regex s_handler = new("^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:AWSClientVPN-[A-Za-z0-9_-]+(:.+)?$", RegexOptions.CultureInvariant);

    /// <summary>What the request says, over what there is; null is a new endpoint.</summary>
    public static ClientVpnSettings Read(Ec2Call call, ClientVpnSettings? old)
    {
        QueryParameters given = call.Parameters;
        string certificate = given.Text("ServerCertificateArn") ?? old?.ServerCertificateArn
            ?? throw QueryParameters.Missing("ServerCertificateArn");
        CheckServerCertificate(call, certificate);
        Vpc? vpc = given.Text("VpcId") is { } vpcId ? call.Region.Vpcs.Get(vpcId) : null;
        IReadOnlyList<string> groups = given.List("SecurityGroupId");
        CheckSecurityGroups(call, groups, vpc);
        bool logs = given.Flag("ConnectionLogOptions.Enabled") ?? old?.LogGroup is not null;
        if (given.Flag("ConnectionLogOptions.Enabled") == true && given.Text("ConnectionLogOptions.CloudwatchLogGroup") is null)
            throw new ApiException("MissingParameter", "A CloudWatch log group is required where connection logging is enabled.");
        ClientVpnSettings before = old ?? new ClientVpnSettings { ServerCertificateArn = certificate };
        if (vpc is not null && vpc != before.Vpc) before = before.In(vpc);
        return before with
        {
            ServerCertificateArn = certificate,
            Description = given.Raw("Description") ?? before.Description,
            DnsServers = DnsServers(given, before),
            SplitTunnel = given.Flag("SplitTunnel") ?? before.SplitTunnel,
            VpnPort = OneOf(given, "VpnPort", before.VpnPort, 443, 1194),
            SecurityGroupIds = groups.Count > 0 ? groups : before.SecurityGroupIds,
            SelfServicePortal = given.Text("SelfServicePortal") switch
            {
                null => before.SelfServicePortal,
                "enabled" => true,
                "disabled" => false,
                { } word => throw QueryParameters.Invalid("SelfServicePortal", word, "Expecting enabled or disabled."),
            },
            ClientConnectHandlerArn = Handler(given, before),
            SessionTimeoutHours = OneOf(given, "SessionTimeoutHours", before.SessionTimeoutHours, 8, 10, 12, 24),
            DisconnectOnSessionTimeout = given.Flag("DisconnectOnSessionTimeout") ?? before.DisconnectOnSessionTimeout,
            Banner = Banner(given, before),
            LogGroup = logs ? given.Text("ConnectionLogOptions.CloudwatchLogGroup") ?? before.LogGroup : null,
            LogStream = logs ? given.Text("ConnectionLogOptions.CloudwatchLogStream") ?? before.LogStream ?? "cvpn-endpoint" : null,
            EnforcesRoutes = given.Flag("ClientRouteEnforcementOptions.Enforced") ?? before.EnforcesRoutes,
        };
    }

    public static void CheckSecurityGroups(Ec2Call call, IReadOnlyList<string> ids, Vpc? vpc)
    {
        if (ids.Count == 0) return;
        if (vpc is null) throw QueryParameters.Missing("VpcId");
        if (ids.Count > MaxSecurityGroups)
            throw QueryParameters.Invalid("SecurityGroupIds", string.Join(", ", ids), $"At most {MaxSecurityGroups} security groups are allowed.");
        foreach (SecurityGroup group in call.Region.SecurityGroups.Get(ids))
            if (group.Vpc != vpc) throw QueryParameters.Invalid("SecurityGroupIds", group.Id, $"The security group is not in {vpc.Id}.");
    }

    // A certificate of this account and Region, with a domain name; an AWS-side text that users of every tool have met.
    private static void CheckServerCertificate(Ec2Call call, string arn)
    {
        if (Certificate(call, "ServerCertificateArn", arn).DomainName.Length == 0)
            throw new ApiException("InvalidParameterValue", $"Certificate {arn} does not have a domain");
    }

    /// <summary>A certificate that ACM holds in the account and the Region of the call.</summary>
    public static AcmCertificate Certificate(Ec2Call call, string parameter, string arn)
    {
        AcmCertificate certificate = call.World.Certificates(call.Region).Find(arn)
            ?? throw QueryParameters.Invalid(parameter, arn, "The certificate does not exist.");
        // Administrator Guide, "Mutual authentication": RSA keys of 1024 and 2048 bits only.
        return certificate.KeyAlgorithm is "RSA_1024" or "RSA_2048"
            ? certificate
            : throw new ApiException("InvalidParameterValue", $"Certificate {arn} has an unsupported key algorithm {certificate.KeyAlgorithm}");
    }

    private static IReadOnlyList<string> DnsServers(QueryParameters given, ClientVpnSettings before)
    {
        IReadOnlyList<string> servers = given.List("DnsServers");
        QueryParameters change = given.Under("DnsServers");
        if (change.Flag("Enabled") == false) return [];
        if (servers.Count == 0) servers = change.List("CustomDnsServers");
        if (servers.Count > MaxDnsServers)
            throw QueryParameters.Invalid("DnsServers", string.Join(", ", servers), $"At most {MaxDnsServers} DNS servers are allowed.");
        if (servers.FirstOrDefault(server => !IsAddress(server)) is { } wrong)
            throw QueryParameters.Invalid("DnsServers", wrong, "Expecting an IPv4 address.");
        return servers.Count > 0 ? servers : before.DnsServers;
    }

    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;

    private static string? Handler(QueryParameters given, ClientVpnSettings before)
    {
        string? arn = Switched(given, "ClientConnectOptions.Enabled", "ClientConnectOptions.LambdaFunctionArn", before.ClientConnectHandlerArn);
        return arn is null || s_handler.IsMatch(arn)
            ? arn
            : throw QueryParameters.Invalid("LambdaFunctionArn", arn, "Expecting a Lambda function whose name begins with AWSClientVPN-.");
    }

    private static string? Banner(QueryParameters given, ClientVpnSettings before)
    {
        string? text = Switched(given, "ClientLoginBannerOptions.Enabled", "ClientLoginBannerOptions.BannerText", before.Banner);
        return text?.Length > MaxBanner
            ? throw new ApiException("InvalidParameterValue", $"The banner text has more than {MaxBanner} characters.")
            : text;
    }

    private static string? Switched(QueryParameters given, string flag, string value, string? before) => given.Flag(flag) switch
    {
        null => before,
        false => null,
        true => given.Required(value),
    };

    private static int OneOf(QueryParameters given, string name, int before, params int[] allowed) => given.Number(name) switch
    {
        null => before,
        { } number when allowed.Contains(number) => number,
        { } number => throw QueryParameters.Invalid(name, number.ToString(CultureInfo.InvariantCulture),
            $"Allowed values: {string.Join(", ", allowed)}."),
    };
}
