using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Opens a session: credentials, a Region and an endpoint in one object, which every cmdlet takes as -Session or
/// -PeerSession.</summary>
/// <remarks>Asks STS once whose credentials they are, so that a role that cannot be assumed shows here and not in the middle of a
/// change.</remarks>
[Cmdlet(VerbsCommon.New, "NetConnectSession")]
[OutputType(typeof(NetConnectSession))]
public sealed class NewNetConnectSessionCommand : ConnectedCmdlet
{
    /// <summary>The serial number or ARN of the MFA device that the role asks for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MfaSerial { get; set; }

    /// <summary>The six digits that the MFA device shows now.</summary>
    [Parameter]
    [ValidatePattern("^[0-9]{6}$")]
    public string? TokenCode { get; set; }

    /// <summary>The name of the role session, as CloudTrail shows it.</summary>
    [Parameter]
    [ValidatePattern(@"^[\w+=,.@-]{2,64}$")]
    public string? RoleSessionName { get; set; }

    /// <summary>How long the role's credentials last at a time, in seconds; an hour at most where a role assumes a role.</summary>
    [Parameter]
    [ValidateRange(900, 43200)]
    public int DurationSeconds { get; set; }

    /// <summary>The source identity of the role session, which stays through a chain of roles.</summary>
    [Parameter]
    [ValidatePattern(@"^[\w+=,.@-]{2,64}$")]
    public string? SourceIdentity { get; set; }

    /// <summary>Session tags for the role session.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? SessionTag { get; set; }

    /// <summary>Does not ask STS: nothing is called until the session is used.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <inheritdoc/>
    protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        bool aboutRole = (MfaSerial ?? RoleSessionName ?? SourceIdentity ?? (object?)SessionTag) is not null || DurationSeconds != 0;
        if (aboutRole && RoleArn is null)
        {
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                "-MfaSerial, -RoleSessionName, -DurationSeconds, -SourceIdentity and -SessionTag belong to a role: give -RoleArn.");
        }
        NetConnectSession session = Open(OwnRequest() with
        {
            MfaSerial = MfaSerial,
            TokenCode = TokenCode,
            RoleSessionName = RoleSessionName,
            DurationSeconds = DurationSeconds == 0 ? null : DurationSeconds,
            SourceIdentity = SourceIdentity,
            SessionTags = SessionTag?.Cast<DictionaryEntry>().ToDictionary(tag => Text(tag.Key), tag => Text(tag.Value)),
        });
        WriteObject(NoVerify ? session : await session.IdentifyAsync(cancellationToken));
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
