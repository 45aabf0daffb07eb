using NetConnect.Sandbox.Ec2.Regions;
using NetConnect.Sandbox.Identity;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.World;

namespace NetConnect.Sandbox.Ec2;

/// <summary>The EC2 Query API, version 2016-11-15.</summary>
internal sealed class Ec2Service(SandboxWorld world) : QueryService
{
    private const string Version = "2016-11-15";

    // The two calls that the API model gives no DryRun.
    private static readonly string[] s_withoutDryRun = ["CreateVpnConnectionRoute", "DeleteVpnConnectionRoute"];

    public override string Name => "ec2";

    public override ServiceErrors Errors { get; } = new Ec2Errors();

    public override bool Has(string action) => ActionTable<Ec2Call>.Find(action) is not null;

    public override byte[] Invoke(string action, QueryParameters parameters, Caller? caller, string region, string requestId)
    {
        if (ActionTable<Ec2Call>.Find(action) is not { } run || parameters.Text("Version") is { } version && version != Version)
            throw UnknownAction(action);
        if (caller is null) throw Errors.MissingToken();
        if (!AwsRegion.IsEnabled(region)) throw Errors.UnknownKey();
        if (!caller.Allows($"ec2:{action}")) throw Errors.Denied(caller.Arn, $"ec2:{action}");
        if (parameters.Text("DryRun") is not null && s_withoutDryRun.Contains(action)) throw QueryParameters.Unknown("DryRun");
        // A dry run tells about permission only, and says even "yes" with an error (API Reference, "DryRun").
        if (parameters.Flag("DryRun") == true)
            throw new ApiException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);

        using var answer = new XmlAnswer();
        answer.Open(action + "Response", $"http://ec2.amazonaws.com/doc/{Version}/").Text("requestId", requestId);
        run(new Ec2Call(action, parameters, caller, world.Region(caller.AccountId, region)), answer);
        answer.Close();
        return answer.ToArray();
    }
}
