#!/bin/bash
# Written by 'finitencheck slurm'. Each task computes the points whose names stand in a file of the folder 'tasks'; a point that is already in the run directory is
# not computed again. A task that Slurm starts again, after a preemption or the loss of its node, goes on from the last checkpoint of its points.
#SBATCH --job-name=@NAME@
#SBATCH --array=@INDICES@
#SBATCH --cpus-per-task=@CPUS@
#SBATCH --mem=@MEBIBYTES@M
#SBATCH --time=@MINUTES@
#SBATCH --output="@LOG@"
# A task that starts again writes on below what it wrote before.
#SBATCH --open-mode=append
#SBATCH --requeue
# Two minutes before its time is over the task is told so: it leaves checkpoints and goes back to the queue.
#SBATCH --signal=B:USR1@120
#SBATCH @OPTIONS@

# What the points may hold: what Slurm grants, which --sbatch may have changed, without the runtime.
@MEMORY@

# Where Slurm limits memory, .NET would use three quarters of it; 5A is 90 percent in hexadecimal.
export DOTNET_GCHeapHardLimitPercent=5A

child=
signalled=
requeue=

# end WHETHER-TO-REQUEUE: the program leaves checkpoints on TERM, and then ends with status 130.
end() {
    signalled=yes
    requeue=$1
    [ -z "$child" ] || kill -TERM "$child" 2> /dev/null
}
trap 'end yes' USR1
# Cancelled, or preempted: whether the task starts again is Slurm's to say.
trap 'end no' TERM

echo "Task $SLURM_ARRAY_TASK_ID, start ${SLURM_RESTART_COUNT:-0}, on ${SLURMD_NODENAME:-$HOSTNAME}, $(date '+%F %T')"
@VERIFY@ &
child=$!
[ -z "$signalled" ] || kill -TERM "$child" 2> /dev/null

# A trapped signal ends 'wait' before the program has ended.
while true; do
    signalled=
    wait "$child"
    status=$?
    [ -n "$signalled" ] || break
done

# 143: TERM came before the program could take note of it.
if [ "$requeue" = yes ] && { [ "$status" -eq 130 ] || [ "$status" -eq 143 ]; }; then
    # The name of this task alone: SLURM_JOB_ID of the last task is that of the whole array.
    scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
fi
exit "$status"
