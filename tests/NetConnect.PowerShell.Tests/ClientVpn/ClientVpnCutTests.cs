using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

public sealed class ClientVpnCutTests
{
    // EC2 knows a repeated create by its client token, so that two calls may be one thing: what is there counts, not how often it was asked for.
    private const string Make = "$arn = 'arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001'\n" + ClientVpnTest.People;

    private const string State = """
        foreach ($one in Get-ClientVpn) {
            "$($one.State) $($one.Name) $($one.ClientCidrBlock) $($one.VpnPort) $($one.Tags['Team'])"
            $one.Associations | ForEach-Object { "$_ $($_.State)" }
            $one.Routes | ForEach-Object { "$_ $($_.State)" }
            $one.AuthorizationRules | ForEach-Object { "$_ $($_.State)" }
        }
        """;

    private static readonly Dictionary<string, CutWorkload> s_workloads = new()
    {
        ["New-ClientVpn"] = new("", Make, State, [], 0),
        ["Remove-ClientVpn"] = new("$global:people = & { " + Make + " }", "$people | Remove-ClientVpn -Confirm:$false", State, [], 0),
        ["Add-ClientVpnSubnet"] = new(
            Make.Replace(", subnet-0a110000000000003", "", StringComparison.Ordinal), "Add-ClientVpnSubnet people subnet-0a110000000000003", State, [], 0),
        ["Remove-ClientVpnSubnet"] = new(Make, "Remove-ClientVpnSubnet people subnet-0a110000000000003 -Confirm:$false", State, ["DisassociateClientVpnTargetNetwork"], 1),
        ["Add-ClientVpnRoute"] = new(Make, "Add-ClientVpnRoute people 10.9.0.0/16 -ClientToClient", State, [], 0),
        ["Remove-ClientVpnRoute"] = new(Make, "Remove-ClientVpnRoute people 172.16.0.0/12 -Confirm:$false", State, ["DeleteClientVpnRoute"], 2),
        ["Grant-ClientVpnAccess"] = new(Make, "Grant-ClientVpnAccess people 172.16.0.0/12, 192.168.0.0/16", State, [], 0),
        ["Set-ClientVpn"] = new(Make, "Set-ClientVpn people -VpnPort 1194 -Tag @{ Team = 'net' }", State, [], 0),
        ["Revoke-ClientVpnAccess"] = new(Make, "Revoke-ClientVpnAccess people 10.1.0.0/16 -Confirm:$false", State, ["RevokeClientVpnIngress"], 1),
    };

    public static TheoryData<string, string, int> Cuts => CutWorkload.Cuts(s_workloads.Keys);

    [Theory]
    [MemberData(nameof(Cuts))]
    public void Run_again_after_a_cut_it_ends_as_if_undisturbed(string name, string kind, int count) => s_workloads[name].CutEverywhere(kind, count);
}
