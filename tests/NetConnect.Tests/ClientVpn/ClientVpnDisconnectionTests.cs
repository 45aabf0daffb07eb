using NetConnect.ClientVpn;
using NetConnect.Planning;
using NetConnect.Tests.ClientVpn.Fakes;

namespace NetConnect.Tests.ClientVpn;

/// <summary>Anna is connected twice by her certificate, ben three times by his name.</summary>
public sealed class ClientVpnDisconnectionTests
{
    private readonly VirtualClock _clock = new();
    private readonly FakeConnection _connection = new();
    private readonly ClientVpnDisconnection _disconnection;

    public ClientVpnDisconnectionTests()
    {
        _connection.Endpoint.Connections.AddRange(new[] { (1, "anna", null), (2, "anna", null), (3, "b", "ben"), (4, "b", "ben"), (5, "b", "ben") }
            .Select(one => new ClientVpnConnection
            {
                ConnectionId = SessionId(one.Item1),
                ClientVpnEndpointId = FakeClientVpns.Id,
                State = "active",
                CommonName = one.Item2,
                UserName = one.Item3,
                Established = _clock.UtcNow.AddMinutes(one.Item1),
            }));
        _connection.Endpoint.LooksUntilTerminated = 4;
        _disconnection = new ClientVpnDisconnection(_connection, new OperationContext(_clock, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task It_waits_until_all_have_ended()
    {
        IReadOnlyList<ClientVpnConnection>? ended = await RunAsync(name => name == "ben");
        Assert.Equal(["terminated", "terminated", "terminated"], ended!.Select(one => one.State));
        Assert.Equal(["Terminate ben"], Writes);
        Assert.Equal(["active", "active"], _connection.Endpoint.Connections.Take(2).Select(one => one.State));
    }

    [Fact]
    public async Task By_certificate_each_session_ends_by_its_id()
    {
        Assert.Equal(2, (await RunAsync(name => name == "anna"))!.Count);
        Assert.Equal([$"Terminate {SessionId(1)}", $"Terminate {SessionId(2)}"], Writes);
    }

    [Fact]
    public async Task What_another_is_ending_is_waited_for_and_what_has_ended_is_left()
    {
        _connection.Endpoint.Connections[0] = _connection.Endpoint.Connections[0] with { State = "terminating" };
        _connection.Endpoint.Connections[1] = _connection.Endpoint.Connections[1] with { State = "terminated" };
        Assert.Equal(SessionId(1), Assert.Single((await RunAsync(name => name == "anna"))!).ConnectionId);
        Assert.Empty(Writes);
        Plan<IReadOnlyList<ClientVpnConnection>> plan = await _disconnection.PlanAsync(SessionId(2), FakeClientVpns.Id, CancellationToken.None);
        Assert.Empty(plan.Steps);
        Assert.Equal(SessionId(2), Assert.Single((await plan.ApplyAsync(CancellationToken.None))!).ConnectionId);
    }

    [Fact]
    public async Task That_AWS_fails_to_end_one_is_an_error_and_it_can_be_tried_again()
    {
        _connection.Endpoint.Stuck = "failed-to-terminate";
        NetConnectException error = await Assert.ThrowsAsync<NetConnectException>(() => RunAsync(name => name == "anna"));
        Assert.Equal(ErrorIds.ClientVpnStateConflict, error.ErrorId);
        (_connection.Endpoint.Stuck, _connection.Endpoint.LooksUntilTerminated) = (null, 4);
        Assert.Equal(2, (await RunAsync(name => name == "anna"))!.Count);
    }

    [Fact]
    public async Task Names_are_those_that_were_signed_in_with_before_those_of_certificates()
    {
        Assert.Empty((await _disconnection.PlanAsync(name => name == "b", null, CancellationToken.None)).Steps);
        Assert.Equal(
            [$"End 2 sessions: anna at {FakeClientVpns.Id}", $"End 3 sessions: ben at {FakeClientVpns.Id}"],
            (await _disconnection.PlanAsync(_ => true, null, CancellationToken.None)).Steps.Select(step => step.ToString()));
    }

    private IEnumerable<string> Writes => _connection.Endpoint.Calls.Where(call => call.StartsWith("Terminate", StringComparison.Ordinal));

    private Task<IReadOnlyList<ClientVpnConnection>?> RunAsync(Func<string, bool> isWanted) => _clock.RunAsync(async () =>
        await (await _disconnection.PlanAsync(isWanted, FakeClientVpns.Id, CancellationToken.None)).ApplyAsync(CancellationToken.None));

    private static string SessionId(int number) => $"cvpn-connection-{number:x17}";
}
