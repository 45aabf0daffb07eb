using System.Management.Automation;

namespace NetConnect.PowerShell;

/// <summary>Paths of parameters as paths of the file system.</summary>
internal static class FileSystemPaths
{
    /// <summary>Resolves a path of the session, which knows drives and a present location of its own. A separator at its end, which says that a folder is meant,
    /// stays.</summary>
    /// <exception cref="NetConnectException">It is not in the file system.</exception>
    public static string Resolve(SessionState session, string path)
    {
        string resolved = session.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
            throw new NetConnectException(ErrorIds.InvalidParameter, ErrorKind.InvalidInput, $"{path} is not in the file system.", path);
        return path[path.Length - 1] is '/' or '\\' ? Path.Combine(resolved, "x").TrimEnd('x') : resolved;
    }
}
