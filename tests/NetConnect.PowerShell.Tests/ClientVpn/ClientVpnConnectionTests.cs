using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.ClientVpn;

/// <summary>Who is connected, and the end of it: anna by certificate alone and twice, ben who signs in with a name.</summary>
public sealed class ClientVpnConnectionTests : ClientVpnTest
{
    private readonly string _id;

    public ClientVpnConnectionTests()
    {
        _id = Make().ClientVpnEndpointId;
        Connect("anna", "ben@example.com", "anna");
        Sandbox.ForgetCalls();
    }

    [Fact]
    public void An_endpoint_is_one_call_by_its_id_and_two_by_its_name_and_says_all_there_is()
    {
        Assert.Equal(3, Script($"Get-ClientVpnConnection {_id}").Output.Count);
        Assert.Equal(["DescribeClientVpnConnections"], Sandbox.Calls.Select(call => call.Action));
        Sandbox.ForgetCalls();
        Assert.Equal(3, Script("Get-ClientVpnConnection people").Output.Count);
        Assert.Equal(2, Sandbox.Calls.Count);

        Script("$id = (Get-ClientVpnConnection -UserName ben*).ConnectionId; $sandbox.ClientVpn.Transfer($id, 3000, 9000000)");
        dynamic ben = Script("Get-ClientVpnConnection -UserName ben@EXAMPLE.com").Single();
        Assert.Equal("active ben@example.com 10.200.0.3 3000 3 9000000 6429", $"{ben.State} {ben.User} {ben.ClientIp} {ben.IngressBytes} {ben.IngressPackets} {ben.EgressBytes} {ben.EgressPackets}");
        Assert.Null(ben.Ended);
        Assert.True(ben.Duration >= TimeSpan.Zero);
        Assert.Empty(ben.PostureComplianceStatuses);
    }

    [Fact]
    public void Active_leaves_out_who_is_gone_and_a_session_keeps_its_duration()
    {
        Script("$sandbox.ClientVpn.Disconnect((Get-ClientVpnConnection -UserName ben*).ConnectionId); while ((Get-ClientVpnConnection -UserName ben*).State -ne 'terminated') { }");
        Assert.Equal(["anna", "anna"], Texts("(Get-ClientVpnConnection -Active).User"));
        dynamic ben = Script("Get-ClientVpnConnection -UserName ben*").Single();
        Assert.Equal((TimeSpan)(ben.Ended - ben.Established), ben.Duration);
    }

    [Fact]
    public void All_endpoints_are_read_where_none_is_named_and_those_that_are_piped()
    {
        Make("New-ClientVpn others 10.204.0.0/22 subnet-0a110000000000001 -ServerCertificateArn $arn -ClientRootCertificateChainArn $arn");
        Script("$null = $sandbox.ClientVpn.Connect((Get-ClientVpn others).ClientVpnEndpointId, 'carla')");
        Assert.Equal(4, Script("Get-ClientVpnConnection").Output.Count);
        Assert.Equal(["carla"], Texts("(Get-ClientVpn others | Get-ClientVpnConnection).User"));
        Assert.Equal(["anna", "anna", "carla"], Texts("(Get-ClientVpnConnection -UserName anna, c*).User").Order());
    }

    [Fact]
    public void An_endpoint_that_is_not_there_is_an_error_and_one_without_sessions_is_not()
    {
        Refuses("ClientVpnNotFound", "Get-ClientVpnConnection nobody");
        Refuses("ClientVpnNotFound", "Get-ClientVpnConnection cvpn-endpoint-0123456789abcdef0");
        Refuses("MalformedId", "Get-ClientVpnConnection cvpn-endpoint-1");
        Assert.Empty(Script($"$null = Get-ClientVpnConnection | Disconnect-ClientVpnConnection; Get-ClientVpnConnection {_id} -Active").Output);
    }

    [Fact]
    public void By_pipe_each_ends_by_its_id_and_a_second_time_nothing_is_written()
    {
        Invocation run = Script("$gone = Get-ClientVpnConnection -UserName anna | Disconnect-ClientVpnConnection -PassThru; $gone");
        Assert.Equal(["terminated", "terminated"], run.Output.Select(one => (string)((dynamic)one).State));
        Assert.Equal(["TerminateClientVpnConnections", "TerminateClientVpnConnections"], WrittenActions);
        Assert.Equal(["ben@example.com"], Texts("(Get-ClientVpnConnection -Active).User"));
        Sandbox.ForgetCalls();
        Assert.Equal(2, Script("Get-ClientVpnConnection -UserName anna | Disconnect-ClientVpnConnection -PassThru").Output.Count);
        Assert.Empty(Sandbox.Writes);
    }

    [Theory]
    [InlineData("'dora'", 1, 1)]
    [InlineData("'dora', 'dora', 'dora', 'dora', 'dora'", 5, 1)]
    [InlineData("'dora', 'dora', 'dora', 'dora', 'dora', 'dora'", 6, 6)]
    public void By_name_a_person_goes_with_one_call_as_long_as_AWS_takes_that(string sessions, int count, int calls)
    {
        Script($"foreach ($name in {sessions}) {{ $null = $sandbox.ClientVpn.Connect('{_id}', $name, $name) }}");
        Sandbox.ForgetCalls();
        Assert.Equal(count, Script("Disconnect-ClientVpnConnection -UserName d* -ClientVpnEndpointId people -PassThru").Output.Count);
        Assert.Equal(calls, Sandbox.Writes.Count());
        Assert.DoesNotContain(Sandbox.Calls, call => call.Error is not null);
        Assert.Equal(3, Script("Get-ClientVpnConnection -Active").Output.Count);
    }

    [Fact]
    public void Whoever_has_a_certificate_alone_goes_by_name_all_the_same()
    {
        Assert.Empty(Script("Get-ClientVpn | Disconnect-ClientVpnConnection -UserName anna").Output);
        Assert.Equal(["ben@example.com"], Texts("(Get-ClientVpnConnection -Active).User"));
        Sandbox.ForgetCalls();
        Script("Disconnect-ClientVpnConnection -UserName anna, nobody");
        Assert.Empty(Sandbox.Writes);
    }

    [Fact]
    public void WhatIf_names_who_would_go_and_a_declined_person_stays()
    {
        Script("Disconnect-ClientVpnConnection -UserName * -WhatIf");
        Assert.Empty(Sandbox.Writes);
        foreach (string words in new[] { "End 2 sessions", "anna at cvpn-endpoint-", "End the session of ben@example.com, who has 10.200.0.3 since" })
            Assert.Contains(words, Sandbox.Prompts.Text, StringComparison.Ordinal);
        Sandbox.Prompts.Answers.Enqueue("No");
        Sandbox.Prompts.Answers.Enqueue("Yes");
        Script("Disconnect-ClientVpnConnection -UserName * -Confirm");
        Assert.Equal(["anna", "anna"], Texts("(Get-ClientVpnConnection -Active).User"));
    }

    [Fact]
    public void A_session_that_AWS_fails_to_end_is_an_error_and_can_be_ended_again()
    {
        Script("param($id) $sandbox.ClientVpn.FailNext($id, 'Internal error')", _id);
        Assert.Equal("ClientVpnStateConflict", Assert.Single(Sandbox.Script("Disconnect-ClientVpnConnection -UserName ben*").ErrorIds));
        Assert.Equal(["failed-to-terminate"], Texts("(Get-ClientVpnConnection -UserName ben* -Active).State"));
        Assert.Equal("terminated", (string)Script("Disconnect-ClientVpnConnection -UserName ben* -PassThru").Single().State);
    }

    [Fact]
    public void A_session_that_nobody_knows_is_an_error_and_the_others_go()
    {
        Assert.Equal(
            "ClientVpnConnectionNotFound",
            Assert.Single(Sandbox.Script("Disconnect-ClientVpnConnection (@('cvpn-connection-0123456789abcdef0') + (Get-ClientVpnConnection).ConnectionId)").ErrorIds));
        Assert.Empty(Script("Get-ClientVpnConnection -Active").Output);
        Refuses("MalformedId", "Disconnect-ClientVpnConnection cvpn-connection-1");
        Refuses("ClientVpnNotFound", "Disconnect-ClientVpnConnection -UserName anna -ClientVpnEndpointId nobody");
    }

    // A name with an @ is one that was signed in with.
    private void Connect(params string[] names) => Script(
        "param($id, $names) foreach ($name in $names) { $null = $sandbox.ClientVpn.Connect($id, $name.Split('@')[0], $(if ($name -like '*@*') { $name } else { [NullString]::Value })) }",
        _id,
        names);
}
