#if NET
using System.Runtime.Versioning;
using System.Security.AccessControl;

namespace NetConnect.Files;

internal static partial class OwnerOnlyFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerExecutes = Owner | UnixFileMode.UserExecute;

    private static FileStream Create(string path, bool isExecutable) => OperatingSystem.IsWindows()
        ? new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, bufferSize: 4096, FileOptions.None, WindowsOwner.OfFile())
        : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            UnixCreateMode = isExecutable ? OwnerExecutes : Owner,
        });

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            new DirectoryInfo(path).Create(WindowsOwner.OfFolder());
        else
            Directory.CreateDirectory(path, OwnerExecutes);
    }

    private static void Move(string source, string target, bool overwrite) => File.Move(source, target, overwrite);

    private static bool IsOwnersAlone(string path) => OperatingSystem.IsWindows() ? IsWindowsOwnersAlone(path) : (File.GetUnixFileMode(path) & ~OwnerExecutes) == 0;

    [SupportedOSPlatform("windows")]
    private static bool IsWindowsOwnersAlone(string path) => WindowsOwner.IsAlone(new FileInfo(path).GetAccessControl());
}
#endif
