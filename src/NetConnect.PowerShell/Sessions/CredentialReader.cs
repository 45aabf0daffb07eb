using System.Management.Automation;
using System.Reflection;

namespace NetConnect.PowerShell;

/// <summary>Reads credentials that others hold: a PSCredential, or an object of AWS.Tools.</summary>
/// <remarks>AWS.Tools has its own copy of AWSSDK, whose types are not ours even where the names agree: its objects are read by the names
/// of their members and cross over as strings, never by cast. They are asked again at each need, because many refresh
/// themselves.</remarks>
internal static class CredentialReader
{
    /// <summary>The object itself, where PowerShell wrapped it.</summary>
    public static object Unwrap(object value) => value is PSObject wrapper ? wrapper.BaseObject : value;

    /// <summary>A function that reads the credentials as they are when it is called.</summary>
    /// <exception cref="NetConnectException">The object holds none.</exception>
    public static Func<SessionCredential> Create(object value, string origin)
    {
        if (value is PSCredential credential)
            return () => new SessionCredential(credential.UserName, credential.GetNetworkCredential().Password);

        object holder = Holder(value);
        MethodInfo? getCredentials = holder.GetType().GetMethod("GetCredentials", Type.EmptyTypes);
        if (getCredentials is null)
        {
            throw new NetConnectException(
                ErrorIds.InvalidParameter,
                ErrorKind.InvalidInput,
                $"{origin} holds a {value.GetType().FullName}, which is no credential. Give a PSCredential (user name: access key id; "
                    + "password: secret), or what New-AWSCredential, Get-AWSCredential or $StoredAWSCredentials give.");
        }
        return () => Read(getCredentials, holder);
    }

    // $StoredAWSCredentials is a wrapper with a name for display; AWS.Tools keeps the credentials in it internal.
    private static object Holder(object value) =>
        value.GetType().Name == "AWSPSCredentials"
        && value.GetType().GetProperty("Credentials", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(value) is { } inner
            ? inner
            : value;

    private static SessionCredential Read(MethodInfo getCredentials, object holder)
    {
        object keys;
        try
        {
            keys = getCredentials.Invoke(holder, null) ?? throw new InvalidOperationException("GetCredentials gave nothing.");
        }
        catch (TargetInvocationException e) when (e.InnerException is { } reason)
        {
            throw new NetConnectException(
                ErrorIds.CredentialsExpired,
                ErrorKind.Denied,
                $"The given credential object cannot give its keys: {reason.Message}",
                innerException: reason);
        }
        string? Text(string name) => keys.GetType().GetProperty(name)?.GetValue(keys) as string;
        string? token = Text("Token");
        return new SessionCredential(Text("AccessKey") ?? "", Text("SecretKey") ?? "", string.IsNullOrEmpty(token) ? null : token);
    }
}
