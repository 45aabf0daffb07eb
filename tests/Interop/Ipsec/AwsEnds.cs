namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>Keeps AWS's daemons and the sandbox's tunnels alike: a key that changes there takes the daemon's tunnel down, and what the daemon then
/// agrees upon with the device brings the sandbox's tunnel up.</summary>
internal sealed class AwsEnds(TwoTunnels tunnels, LabVpn vpn) : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly string[] _keys = [.. vpn.Tunnels.Select(tunnel => tunnel.Key)];
    private readonly bool[] _isUp = new bool[vpn.Tunnels.Count];
    private readonly CancellationTokenSource _end = new();
    private Task _following = Task.CompletedTask;

    public void Follow() => _following = FollowAsync();

    /// <summary>Ends it, and fails where it had to end earlier.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _following;
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            for (int i = 0; i < _keys.Length; i++)
            {
                Charon aws = tunnels.Aws[i];
                if (vpn.Tunnels[i].Key is var key && key != _keys[i])
                {
                    await aws.LoadAsync(AwsSide.Swanctl(vpn.Tunnels[i]), connections: 1);
                    await aws.SwanctlAsync("--terminate", "--ike", "aws");
                    _keys[i] = key;
                    _isUp[i] = false;
                }
                if ((await aws.AssociationsAsync()).Count > 0 is var isUp && isUp != _isUp[i])
                {
                    vpn.Connect(i, isUp);
                    _isUp[i] = isUp;
                }
            }
            await Task.WhenAny(Task.Delay(s_pause, _end.Token));
        }
    }
}
