#if !NET
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.AccessControl;

namespace NetConnect.Files;

// .NET Framework runs on Windows only. Compiled here and never run: this project is developed on Linux.
internal static partial class OwnerOnlyFile
{
    private const int ReplaceExisting = 1;

    private static FileStream Create(string path, bool isExecutable) =>
        new(path, FileMode.CreateNew, FileSystemRights.Write, FileShare.None, bufferSize: 4096, FileOptions.None, WindowsOwner.OfFile());

    private static void CreateFolder(string path) => Directory.CreateDirectory(path, WindowsOwner.OfFolder());

    // File.Replace would keep the access list of the file that it replaces.
    private static void Move(string source, string target, bool overwrite)
    {
        if (!overwrite)
            File.Move(source, target);
        else if (!MoveFileEx(source, target, ReplaceExisting))
            throw new IOException(new Win32Exception(Marshal.GetLastWin32Error()).Message);
    }

    private static bool IsOwnersAlone(string path) => WindowsOwner.IsAlone(File.GetAccessControl(path));

    [DllImport("kernel32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool MoveFileEx(string source, string target, int flags);
}
#endif
